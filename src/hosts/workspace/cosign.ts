import type { DecisionSignature } from "#monitor";
import {
  cosignState,
  fromBase64Url,
  isCosignedBy,
  leafHash,
  witnessLog,
  type Signer,
  type TraceStore,
  type WitnessedLog,
  type WitnessedState,
} from "#pillars/trace";

/** The last state of each run that was cosigned in this place, by the run's origin. */
export interface WitnessMemory {
  last(origin: string): Promise<WitnessedState | undefined>;
  /** On disk when it resolves, and before anything is signed. False where meanwhile something other than `before` is remembered. */
  advance(origin: string, before: WitnessedState | undefined, state: WitnessedState): Promise<boolean>;
}

export function isSameState(one: WitnessedState | undefined, other: WitnessedState | undefined): boolean {
  return one?.vkey === other?.vkey && one?.size === other?.size && one?.root === other?.root;
}

/** A request as a witness is asked about it. */
export interface WitnessedRequest {
  readonly origin: string;
  readonly seq: number;
  /** Base64url leaf hash of its line. */
  readonly leaf: string;
  /** The run's log at its last checkpoint, read anew; undefined where it was too long to be shown. */
  readonly log?: () => Promise<WitnessedLog | undefined>;
  /** True for a file, which may have been written a while ago. */
  readonly isCopy?: boolean;
}

type Cosigning =
  | { readonly ok: true; readonly cosigned?: NonNullable<DecisionSignature["cosigned"]> }
  | { readonly ok: false; readonly code: keyof typeof refusals; readonly sentence: string };

const refusals = {
  unfit:
    "Nothing was signed. The record of this chat does not fit its own signed state, so something changed it. Keep the receipts that you have, and ask whoever looks after this workspace.",
  behind:
    "Nothing was signed. The record of this chat is shorter than when somebody last signed it here, so a part of it is gone. Keep the receipts that you have, and ask whoever looks after this workspace.",
  replaced:
    "Nothing was signed. The record of this chat is not the one that somebody signed here before: it was replaced. Keep the receipts that you have, and ask whoever looks after this workspace.",
} as const;

/** Cosigns the last checkpoint of the run, if it goes on from what was cosigned here before; a log that does not is refused. */
export async function cosignRequest(
  { origin, seq, leaf, log, isCopy = false }: WitnessedRequest,
  signer: Signer,
  memory: WitnessMemory,
  now: () => number,
): Promise<Cosigning> {
  // Before the log is read: what another tab does meanwhile can only have made it longer.
  const before = await memory.last(origin);
  const shown = await log?.();
  if (shown === undefined) return { ok: true };
  const witnessing = witnessLog(shown, origin, { seq, leaf: fromBase64Url(leaf) }, before);
  if (!witnessing.ok) {
    // An older file is no sign of a cut, and one that is not whole is not cosigned; the decision itself names its request either way.
    if (isCopy && witnessing.why !== "replaced") return { ok: true };
    return { ok: false, code: witnessing.why, sentence: refusals[witnessing.why] };
  }
  const { state } = witnessing;
  if (!(await memory.advance(origin, before, state))) return { ok: true };
  const signature = await cosignState(origin, state, signer, Math.floor(now() / 1000));
  return { ok: true, cosigned: { size: state.size, signature } };
}

const page = 8192;

/** The stored log of a run at its last checkpoint, for whoever is to cosign it; undefined where it has more than `most` steps. */
export async function witnessedLog(
  store: TraceStore,
  origin: string,
  vkey: string,
  most = Infinity,
): Promise<WitnessedLog | undefined> {
  const last = (await store.checkpoints(origin)).at(-1);
  // A request is signed with its step, so a log without a signed state has lost it: shown as it is, it fits nothing and is refused.
  if (last === undefined) return { vkey, checkpoint: "", leaves: [] };
  if (last.size > most) return undefined;
  const leaves: Uint8Array[] = [];
  for (let from = 0; from < last.size; from += page) {
    const lines = await store.lines(origin, from, Math.min(last.size, from + page));
    for (const line of lines) leaves.push(leafHash(line));
  }
  return { vkey, checkpoint: last.note, leaves };
}

/** Whether the cosignature that came with a decision is its signer's, under a checkpoint of this log that shows the request. */
export async function isCosignedFor(
  store: TraceStore,
  { origin, seq }: WitnessedRequest,
  { approver, cosigned }: DecisionSignature,
): Promise<boolean> {
  if (cosigned === undefined) return true;
  const checkpoint = (await store.checkpoints(origin)).find(({ size }) => size === cosigned.size);
  return (
    checkpoint !== undefined && checkpoint.size > seq && isCosignedBy(checkpoint.note, cosigned.signature, approver)
  );
}
