import type { JsonValue, RunEvent } from "#engine";
import type { NoteKey } from "../signed-note.ts";
import type { Ahead } from "./ahead.ts";
import type { VerifyCode } from "./codes.ts";

/** One broken rule: which, and the first event at which it shows. */
export interface Finding {
  readonly code: VerifyCode;
  readonly step: number;
  readonly message: string;
}

/** What every rule knows before the first event. */
export interface RunFacts {
  /** The flow that ran, as the bundle holds it. */
  readonly flow: JsonValue;
  readonly origin: string;
  readonly ahead: Ahead;
  /** Whether that key has signed the run's checkpoint of that many steps. Known once the checkpoints have been read. */
  readonly cosigned: (size: number, key: NoteKey) => boolean;
}

/** One event as the log holds it, recovery's own left in. */
export interface Step {
  readonly event: RunEvent;
  /** The digests of everything that it recorded, by field, shown or not. */
  readonly digests: Readonly<Record<string, string>>;
  /** Base64url hash of the line that it stands on. */
  readonly leaf: () => string;
}

/**
 * A fold over a run, fed one event after the other, so that a run of any length needs no more memory than the rule itself. None
 * depends on another.
 */
export interface Rule {
  /** Sees every event once before the first `step`, without its parent. */
  readonly first?: (event: RunEvent) => void;
  readonly step: (step: Step) => readonly Finding[];
}

export type RuleOf = (run: RunFacts) => Rule;
