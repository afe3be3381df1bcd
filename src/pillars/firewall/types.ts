import type { Action, GuardId } from "./policy/index.ts";

export type Direction = "input" | "output";

/** Who wrote a text. `document` and `tool` are data: nothing in them may give orders. */
export const textOrigins = ["user", "document", "tool", "model", "author"] as const;
export type TextOrigin = (typeof textOrigins)[number];

/** What the surrounding run knows. Everything is optional; what is missing makes the checks stricter, never laxer. */
export interface InspectContext {
  /** Random words placed in the instructions; one of them in a reply proves a leak. */
  readonly canaries?: readonly string[];
  /** Values that must never leave, such as keys the flow uses. */
  readonly secrets?: readonly string[];
  /** The system prompt. */
  readonly instructions?: string;
  /** What the user and the author wrote: links, accounts and addresses found there are not foreign. */
  readonly trustedText?: readonly string[];
  /** What the step's documents and tools brought: what an answer may rest on. Untrusted. */
  readonly sources?: readonly string[];
  /** Names of the tools the step can call. */
  readonly toolNames?: readonly string[];
  /** Values the reader of the reply gave or may see. */
  readonly recipients?: readonly string[];
  /** A few small letters and digits that only this chat's placeholders end in. */
  readonly mark?: string;
}

export interface InspectInput {
  readonly text: string;
  readonly direction: Direction;
  readonly from: TextOrigin;
  readonly context?: InspectContext;
  /** False for what a model writes beside a tool call or into one: it is not the answer, so it needs no form and no proof. */
  readonly isAnswer?: boolean;
  /** The only guards that look; all of them where this is missing. */
  readonly only?: readonly GuardId[];
  /** The chat's placeholder book so far; the verdict returns it with what this text added. */
  readonly placeholders?: readonly Placeholder[];
}

/** A value that was taken out of a text, and the token that stands for it. */
export interface Placeholder {
  readonly token: string;
  readonly value: string;
  readonly kind: string;
  /** Who gave the value; only a user's own values come back to that user. */
  readonly from: TextOrigin;
}

export interface Finding {
  readonly guard: GuardId;
  readonly category: string;
  /** 0..1. */
  readonly score: number;
  /** UTF-16 units of the inspected text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** One sentence for a person. */
  readonly reason: string;
  /** What the policy says to do about it, whatever the mode. */
  readonly action: Action;
}

export interface Verdict {
  /** What holds now: in observe mode always `allow`, in warn mode at most `warn`. */
  readonly verdict: Action;
  /** What would hold in enforce mode; equal to `verdict` there. */
  readonly enforced: Action;
  /** The highest score any guard gave, also below its threshold. */
  readonly score: number;
  /**
   * The highest score that led to no finding: of injected orders in an input, of any check in an output. In this the tiers
   * (policy/tiers.ts) give a second opinion.
   */
  readonly doubt: number;
  readonly findings: readonly Finding[];
  /**
   * Whether `text` may be passed on. True for allow, warn and redact, and for a `block` whose every blocking finding lies in
   * a document or tool result and was cut out sentence by sentence. False means: pass nothing on. An `ask` becomes
   * passable by a person's yes.
   */
  readonly passable: boolean;
  /** What is passed on; for an `ask`, what is passed on after a yes; empty when the text is stopped. */
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}
