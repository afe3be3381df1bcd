import { useEffect, useState } from "react";
import type { FirewallPolicy, InspectContext, Inspector, TextOrigin, Verdict } from "#pillars/firewall";

/** A text to look at, and who says it. */
export interface Trial {
  readonly text: string;
  readonly from: TextOrigin;
}

export type Looked =
  | { readonly kind: "empty" | "checking" | "failed" }
  /** `trial` is what was looked at, which may be older than what is being written. */
  | { readonly kind: "done"; readonly trial: Trial; readonly verdict: Verdict };

/** Milliseconds without a key after which a text is looked at. */
const pause = 200;

/** What the firewall would do with a text if it enforced; asked anew whenever the text or a setting changes. */
export function useVerdict(
  trial: Trial,
  policy: FirewallPolicy | undefined,
  context: InspectContext,
  inspector: () => Promise<Inspector>,
): Looked {
  const [looked, setLooked] = useState<Looked>({ kind: "empty" });
  const isEmpty = trial.text.trim() === "" || policy === undefined;
  useEffect(() => {
    if (isEmpty) return;
    let isOver = false;
    const tell = (next: Looked) => {
      if (!isOver) setLooked(next);
    };
    const timer = setTimeout(() => {
      tell({ kind: "checking" });
      look(trial, policy, context, inspector).then(
        (verdict) => tell({ kind: "done", trial, verdict }),
        () => tell({ kind: "failed" }),
      );
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [trial, policy, context, inspector, isEmpty]);
  return isEmpty ? { kind: "empty" } : looked;
}

async function look(
  { text, from }: Trial,
  policy: FirewallPolicy,
  context: InspectContext,
  inspector: () => Promise<Inspector>,
): Promise<Verdict> {
  const direction = from === "model" ? "output" : "input";
  return (await inspector()).inspect({ text, from, direction, context }, { ...policy, mode: "enforce" });
}
