import type { FirewallPolicy, InspectInput, Release, StreamEnd, Verdict } from "#pillars/firewall";

type About = Omit<InspectInput, "text">;

/** What the page asks of the worker. `id` names the answer, `stream` a text that arrives in pieces. */
export type Question =
  | { readonly kind: "inspect"; readonly input: InspectInput; readonly policy: FirewallPolicy }
  | { readonly kind: "open"; readonly stream: number; readonly input: About; readonly policy: FirewallPolicy }
  | { readonly kind: "push"; readonly stream: number; readonly delta: string }
  | { readonly kind: "end"; readonly stream: number }
  | { readonly kind: "abandon"; readonly stream: number };
export type Asked = Question & { readonly id: number };

export type Answer =
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "release"; readonly release: Release }
  | { readonly kind: "end"; readonly end: StreamEnd }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly sentence: string };
export type Answered = Answer & { readonly id: number };
