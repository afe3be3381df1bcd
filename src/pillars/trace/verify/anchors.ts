import { equalBytes } from "../bytes.ts";
import { optionalPaths } from "../bundle/layout.ts";
import { openCheckpoint, type Checkpoint } from "../checkpoint.ts";
import { sameKey, type NoteKey, type NoteSignature } from "../signed-note.ts";
import { TraceError } from "../trace-error.ts";
import type { Keys } from "./container.ts";
import { demand, Fault } from "./fault.ts";

/** A log as the bundle shows it. */
export interface KnownLog {
  readonly key: NoteKey;
  readonly checkpoint: Checkpoint;
  /** The root of its first entries; undefined where the bundle does not bring what it takes. */
  readonly rootAt: (size: number) => Uint8Array | undefined;
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
    const receipt = plainReceipt(given);
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

/** The sizes that the receipts speak of, whatever else is wrong with them. */
export function receiptSizes(receipts: readonly string[]): number[] {
  return receipts.map((given) => Number(plainReceipt(given).split("\n")[1])).filter(Number.isSafeInteger);
}

/** Receipts travel through mail and clipboards; what is signed has no carriage returns and ends with one newline. */
function plainReceipt(given: string): string {
  return `${given.replaceAll("\r", "").trim()}\n`;
}

function checkReceipt(receipt: string, { key, checkpoint, rootAt }: KnownLog): void {
  const kept = keptCheckpoint(receipt, key);
  const { size, root } = kept;
  demand(size <= checkpoint.size, "E36", {
    message: `A receipt proves that the history once had ${size} entries, now it has ${checkpoint.size}: it was rolled back.`,
  });
  if (size === checkpoint.size) return demand(equalBytes(root, checkpoint.root), "E37");
  const then = rootAt(size);
  demand(then !== undefined && equalBytes(then, root), "E37");
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
