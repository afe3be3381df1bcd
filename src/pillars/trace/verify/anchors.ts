import { equalBytes } from "../bytes.ts";
import { optionalPaths } from "../bundle/layout.ts";
import { openCheckpoint, type Checkpoint } from "../checkpoint.ts";
import { rangeOf, rootOf } from "../merkle.ts";
import { sameKey, type NoteKey, type NoteSignature } from "../signed-note.ts";
import { TraceError } from "../trace-error.ts";
import type { Keys } from "./container.ts";
import { demand, Fault } from "./fault.ts";

/** A log as the bundle shows it. `leaves` is undefined when only proofs of single entries are there. */
export interface KnownLog {
  readonly key: NoteKey;
  readonly checkpoint: Checkpoint;
  readonly leaves: readonly Uint8Array[] | undefined;
}

/** Every witness that the bundle names has signed; true when one of them is approved by the verifier. */
export function checkWitnesses({ cosigners, trustedCosigners }: Keys, signatures: readonly NoteSignature[]): boolean {
  const signed = (key: NoteKey) => signatures.some((each) => sameKey(each.key, key));
  demand(cosigners.every(signed), "E35", { part: optionalPaths.cosigners });
  return trustedCosigners.some(signed);
}

/** Every receipt for one of these logs fits; true when there was one. Receipts for other logs say nothing here. */
export function checkReceipts(receipts: readonly string[], logs: readonly KnownLog[]): boolean {
  let anchored = false;
  for (const given of receipts) {
    // Receipts travel through mail and clipboards; what is signed has no carriage returns and ends with one newline.
    const receipt = `${given.replaceAll("\r", "").trim()}\n`;
    const [origin = "", ...rest] = receipt.split("\n");
    demand(origin !== "" && rest.length > 3, "E38");
    for (const log of logs) {
      if (log.key.name !== origin) continue;
      checkReceipt(receipt, log);
      anchored = true;
    }
  }
  return anchored;
}

function checkReceipt(receipt: string, { key, checkpoint, leaves }: KnownLog): void {
  const kept = keptCheckpoint(receipt, key);
  const { size, root } = kept;
  demand(size <= checkpoint.size, "E36", {
    message: `A receipt proves that the history once had ${size} entries, now it has ${checkpoint.size}: it was rolled back.`,
  });
  if (size === checkpoint.size) return demand(equalBytes(root, checkpoint.root), "E37");
  demand(leaves !== undefined && equalBytes(rootOf(rangeOf(leaves.slice(0, size))), root), "E37");
}

function keptCheckpoint(receipt: string, key: NoteKey): Checkpoint {
  try {
    return openCheckpoint(receipt, [key]).checkpoint;
  } catch (cause) {
    // Signed under this log's name, but with another key: there are two histories of that name.
    const other = cause instanceof TraceError && cause.code === "unsigned-note";
    throw new Fault(other ? "E37" : "E38", {}, { cause });
  }
}
