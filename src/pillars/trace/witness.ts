import { fromBase64, toBase64 } from "./base64.ts";
import { equalBytes } from "./bytes.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { rangeOf, rootOf } from "./merkle.ts";
import { cosignature, openNote, parseVkey, sameKey } from "./signed-note.ts";
import type { Signer } from "./signature.ts";
import { TraceError } from "./trace-error.ts";

/** A run's log up to a signed checkpoint, as a witness looks at it. */
export interface WitnessedLog {
  /** The run's key line; its name is the run's origin. */
  readonly vkey: string;
  /** The note. */
  readonly checkpoint: string;
  /** Leaf hashes of the lines that it covers. */
  readonly leaves: readonly Uint8Array[];
}

/** What a witness remembers of a log: the state that it has cosigned last. */
export interface WitnessedState {
  readonly vkey: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** `behind`: shorter than what was cosigned before. `replaced`: not its continuation, or under another key. `unfit`: not what it says that it is. */
export type Witnessing =
  | { readonly ok: true; readonly state: WitnessedState }
  | { readonly ok: false; readonly why: "behind" | "replaced" | "unfit" };

/**
 * What a witness checks before it cosigns (C2SP tlog-witness): the log has signed this state, the state is that of these leaves, and
 * it goes on from what the witness has cosigned before. `shown` is the step that the witness is asked about, which has to be in it.
 */
export function witnessLog(
  { vkey, checkpoint: note, leaves }: WitnessedLog,
  origin: string,
  shown: { readonly seq: number; readonly leaf: Uint8Array },
  seen: WitnessedState | undefined,
): Witnessing {
  try {
    const key = parseVkey(vkey);
    const { checkpoint } = openCheckpoint(note, [key]);
    const { size, root } = checkpoint;
    const isWhole = size === leaves.length && equalBytes(rootOf(rangeOf(leaves)), root);
    const leaf = leaves[shown.seq];
    const isShown = leaf !== undefined && equalBytes(leaf, shown.leaf);
    if (key.name !== origin || checkpoint.origin !== origin || !isWhole || !isShown) return { ok: false, why: "unfit" };
    if (seen !== undefined) {
      if (!sameKey(key, parseVkey(seen.vkey))) return { ok: false, why: "replaced" };
      if (seen.size > size) return { ok: false, why: "behind" };
      const then = rootOf(rangeOf(leaves.slice(0, seen.size)));
      if (!equalBytes(then, fromBase64(seen.root))) return { ok: false, why: "replaced" };
    }
    return { ok: true, state: { vkey, size, root: toBase64(root) } };
  } catch (problem) {
    if (problem instanceof TraceError) return { ok: false, why: "unfit" };
    throw problem;
  }
}

/** The signature line, without its newline, of a witness under the state of a log; `time` in seconds since the epoch. */
export async function cosignState(
  origin: string,
  state: WitnessedState,
  signer: Signer,
  time: number,
): Promise<string> {
  return (await cosignature(`${origin}\n${state.size}\n${state.root}\n`, signer, time)).trimEnd();
}

/** Whether the line is that key's cosignature under the checkpoint, and nothing more. */
export function isCosignedBy(checkpoint: string, line: string, vkey: string): boolean {
  const text = checkpoint.slice(0, checkpoint.lastIndexOf("\n\n") + 1);
  try {
    const key = parseVkey(vkey);
    const opened = openNote(`${text}\n${line}\n`, [key]);
    const isWhole = opened.text === text && opened.unknown === 0 && opened.signatures.length === 1;
    return isWhole && key.algorithm === "cosignature";
  } catch (problem) {
    if (problem instanceof TraceError) return false;
    throw problem;
  }
}
