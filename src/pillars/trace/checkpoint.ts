import { fromBase64, toBase64 } from "./base64.ts";
import { openNote, signNote, type NoteKey, type OpenedNote } from "./signed-note.ts";
import type { Signer } from "./signature.ts";
import { TraceError } from "./trace-error.ts";

/** A log's promise about its first `size` entries (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** Exactly three lines: our logs write no extension lines, so one would be somebody else's addition. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", root = "", end, ...more] = text.split("\n");
  if (origin === "" || end !== "" || more.length > 0) throw new TraceError("bad-checkpoint");
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new TraceError("bad-checkpoint");
  const hash = fromBase64(root);
  if (hash.length !== 32) throw new TraceError("bad-checkpoint");
  return { origin, size: Number(size), root: hash };
}

export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), signer);
}

export interface OpenedCheckpoint extends Omit<OpenedNote, "text"> {
  readonly checkpoint: Checkpoint;
}

/** Opens a signed checkpoint; `signatures` are the verified ones of the known keys, cosignatures included. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): OpenedCheckpoint {
  const { text, ...rest } = openNote(note, keys);
  return { checkpoint: parseCheckpoint(text), ...rest };
}
