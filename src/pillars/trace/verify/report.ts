import type { RunEvent } from "#engine";
import type { Manifest } from "../bundle/layout.ts";
import type { VerifyCode } from "./codes.ts";

export type Verdict = "FAILED" | "SELF-CONSISTENT" | "VERIFIED" | "VERIFIED+ANCHORED";

/** `waiting`: for a person's decision or next message. `interrupted`: stopped in the middle, or not known. */
export type RunState = "closed" | "waiting" | "interrupted";

export interface Report {
  readonly verdict: Verdict;
  readonly state: RunState;
  /** Empty unless FAILED; the first one is what stopped the check. */
  readonly codes: readonly VerifyCode[];
  /** Position of the first event at fault, from 0. */
  readonly step?: number;
  /** Member of the bundle at fault, when the fault is not in an event. */
  readonly part?: string;
  /** One sentence for a person. */
  readonly message: string;
  /** How many events were read. */
  readonly events: number;
  /** Values that were erased, with a record of it in the ledger. */
  readonly erased: number;
  /** Values that were left out of this copy. */
  readonly withheld: number;
  /** What a reader should know about a bundle that did not fail; empty when there is nothing. */
  readonly notes: readonly Note[];
}

/** The code of the fault that a report's step, part and sentence name: what the file is counts before what the run did. */
export function namedCode(codes: Report["codes"]): VerifyCode | undefined {
  return codes.findLast((code) => !code.startsWith("S")) ?? codes[0];
}

/** Something that breaks no rule, as a decision that nobody signed. */
export interface Note {
  /** Undefined where it is about the record as a whole. */
  readonly step?: number;
  readonly message: string;
}

/** Somebody the verifier knows, with a key of theirs. */
export interface KnownApprover {
  readonly name: string;
  readonly vkey: string;
}

export interface VerifyOptions {
  /** Keys that the verifier approves. If there is a workspace key among them, a bundle sealed with another one fails. */
  readonly trusted: readonly string[];
  /** The verifier's own workspace keys. */
  readonly own: readonly string[];
  /** Checkpoints of the ledger or of a run that were saved earlier. */
  readonly receipts: readonly string[];
  /** How many of the approved witnesses must have signed a checkpoint of the run or of the ledger; none if it is left out. */
  readonly quorum?: number;
  /** Told how many of the approved witnesses have signed, whether or not they are enough. */
  readonly onWitnesses?: (signed: number) => void;
  /** People the verifier knows, with every key that is or was theirs. */
  readonly approvers?: readonly KnownApprover[];
  /** Awaited between slices, some hundred steps, so that a page stays alive during a long check. */
  readonly tick?: () => Promise<void> | undefined;
  /** Told between slices how far the check has come. */
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Ends the check, which then rejects with Cancelled. */
  readonly signal?: AbortSignal;
  /** Is given the run while it is judged. Only the verdict says whether it is worth anything. */
  readonly reader?: RunReader;
  /** SHA-256, where the host has a faster one than the verifier's own. */
  readonly hash?: (bytes: Uint8Array) => Uint8Array;
}

/** Reads a run of any length along with the check, so that nobody has to read it twice. Not called for a file that is not what was sealed. */
export interface RunReader {
  opened(manifest: Manifest, workspaceVkey: string): void;
  /** The next steps, in order. */
  events(events: readonly RunEvent[]): void;
}

export interface VerifyProgress {
  /** Reading the file; hashing what was sealed; the form of each step and its values; the run's own rules. */
  readonly pass: "file" | "bytes" | "form" | "rules";
  /** Steps that this pass has seen. */
  readonly done: number;
  /** Steps in all; 0 before they have been counted. */
  readonly total: number;
}
