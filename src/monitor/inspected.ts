import type { FirewallPolicy, InspectInput, TextOrigin, Verdict } from "#pillars/firewall";

export interface Firewall {
  readonly nodeId: string;
  readonly policy: FirewallPolicy;
}

/** What is inspected, and where it came from. */
export interface Subject {
  readonly ref: string;
  readonly from: TextOrigin;
  readonly direction: "input" | "output";
  readonly only?: InspectInput["only"];
  readonly isAnswer?: boolean;
  /** What an answer may rest on. */
  readonly sources?: readonly string[];
  /** The step that brought the text, where `ref` does not name it. */
  readonly cause?: string;
}

/** One text of a value, with where in the value it stands. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly verdict: Verdict;
}

/** One inspection of one subject, by which events about it are named. */
export function placeOf(firewall: Firewall, nodeId: string, { direction, ref }: Subject): string {
  return `${firewall.nodeId}/${nodeId}/${direction}/${ref}`;
}
