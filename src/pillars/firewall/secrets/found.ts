import type { Span } from "../views/view.ts";
import type { Promise } from "./words.ts";

/** A stretch that is a secret, with what can be said about it. */
export interface FoundSecret extends Span {
  readonly category: "issued-key" | "private-key" | "credential-in-url" | "assigned-secret";
  /** 0..1 */
  readonly score: number;
  /** Who issued it and what they call it. */
  readonly issuer?: string;
  readonly noun?: string;
  readonly promise?: Promise;
}
