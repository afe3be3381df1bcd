import type { Task } from "../detector.ts";

/** A product to measure beside: a package of `package.json` here, in one of its ways of working. */
export interface Peer {
  readonly name: string;
  readonly package: string;
  readonly tasks: readonly Task[];
}

/** `modes.ts` says how each is called, in the way its own documentation starts with. */
export const peers = [
  { name: "vard-moderate", package: "@andersmyrmel/vard", tasks: ["orders"] },
  { name: "vard-strict", package: "@andersmyrmel/vard", tasks: ["orders"] },
  { name: "hai-guardrails", package: "@presidio-dev/hai-guardrails", tasks: ["orders", "secrets"] },
  { name: "llm_guardrail", package: "llm_guardrail", tasks: ["orders"] },
  { name: "llm_guardrail-injection", package: "llm_guardrail", tasks: ["orders"] },
  { name: "redact-pii", package: "redact-pii", tasks: ["personal"] },
] as const satisfies readonly Peer[];

export type PeerName = (typeof peers)[number]["name"];
