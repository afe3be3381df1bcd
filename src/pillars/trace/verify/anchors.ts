import { equalBytes } from "../bytes.ts";
import { mostLedgerHashes, optionalPaths } from "../bundle/layout.ts";
import { openCheckpoint, type Checkpoint } from "../checkpoint.ts";
import { sameKey, type NoteKey, type NoteSignature } from "../signed-note.ts";
import { TraceError } from "../trace-error.ts";
import type { Keys } from "./container.ts";
import { demand } from "./fault.ts";
import type { Note, VerifyOptions } from "./report.ts";

/** A log as the bundle shows it. */
export interface KnownLog {
  readonly key: NoteKey;
  readonly checkpoint: Checkpoint;
  /** The root of its first entries; undefined where the bundle does not bring what it takes. */
  readonly rootAt: (size: number) => Uint8Array | undefined;
}

/**
 * Every witness that the bundle names has signed, and of those whom the verifier approves as many as they ask for; true when one
 * of these has.
 */
export function checkWitnesses(
  { cosigners, trustedCosigners }: Keys,
  signatures: readonly NoteSignature[],
  { quorum = 0, onWitnesses }: Pick<VerifyOptions, "quorum" | "onWitnesses">,
): boolean {
  const signed = (key: NoteKey) => signatures.some((each) => sameKey(each.key, key));
  const part = optionalPaths.cosigners;
  demand(cosigners.every(signed), "E35", { part });
  const approved = trustedCosigners.filter(
    (key, at) => signed(key) && trustedCosigners.findIndex((each) => sameKey(each, key)) === at,
  ).length;
  onWitnesses?.(approved);
  const message = `You ask for ${quorum} approved witnesses, and ${approved} signed.`;
  demand(approved >= quorum, "E35", { part, message });
  return approved > 0;
}

export interface Received {
  /** True when a receipt for one of the logs was there and fits. */
  readonly anchored: boolean;
  /** Receipts that could not be compared: the copy does not bring what it takes. */
  readonly notes: readonly Note[];
}

/** No receipt for one of these logs contradicts it. Receipts for other logs say nothing here. */
export function checkReceipts(receipts: readonly string[], logs: readonly KnownLog[]): Received {
  const notes: Note[] = [];
  let anchored = false;
  for (const given of receipts) {
    const receipt = plainReceipt(given);
    const [origin = "", ...rest] = receipt.split("\n");
    demand(origin !== "" && rest.length > 3, "E38");
    for (const log of logs) {
      if (log.key.name !== origin) continue;
      const note = checkReceipt(receipt, log);
      if (note === undefined) anchored = true;
      else notes.push(note);
    }
  }
  return { anchored, notes };
}

/** The sizes that the receipts speak of, whatever else is wrong with them. */
export function receiptSizes(receipts: readonly string[]): number[] {
  return receipts.map((given) => Number(plainReceipt(given).split("\n")[1])).filter(Number.isSafeInteger);
}

/** Receipts travel through mail and clipboards; what is signed has no carriage returns and ends with one newline. */
function plainReceipt(given: string): string {
  return `${given.replaceAll("\r", "").trim()}\n`;
}

function checkReceipt(receipt: string, log: KnownLog): Note | undefined {
  const { standing, size } = standingOf(receipt, log);
  const now = log.checkpoint.size;
  demand(standing !== "damaged", "E38");
  demand(standing !== "ahead", "E36", {
    message: `A receipt proves that the history once had ${size} entries, now it has ${now}: it was rolled back.`,
  });
  if (standing === "beyond" && now > mostLedgerHashes) return uncompared(size, now);
  demand(standing === "fits", "E37");
  return undefined;
}

/** `ahead`: of a log that is shorter now. `other`: of another history. `beyond`: older than what is at hand to compare it with. */
export interface ReceiptStanding {
  readonly standing: "fits" | "ahead" | "other" | "beyond" | "damaged";
  /** How many entries the receipt covers; 0 where it cannot be trusted. */
  readonly size: number;
}

/** How a receipt stands to a log of its name. */
export function standingOf(given: string, { key, checkpoint, rootAt }: KnownLog): ReceiptStanding {
  try {
    const { size, root } = openCheckpoint(plainReceipt(given), [key]).checkpoint;
    if (size > checkpoint.size) return { standing: "ahead", size };
    const then = size === checkpoint.size ? checkpoint.root : rootAt(size);
    if (then === undefined) return { standing: "beyond", size };
    return { standing: equalBytes(then, root) ? "fits" : "other", size };
  } catch (cause) {
    // Signed under this log's name, but with another key: there are two histories of that name.
    const other = cause instanceof TraceError && cause.code === "unsigned-note";
    return { standing: other ? "other" : "damaged", size: 0 };
  }
}

/** A ledger this long does not travel with each copy, so nothing can be said either way. */
function uncompared(size: number, now: number): Note {
  const message = `A receipt for the first ${size} of now ${now} entries could not be compared: this copy does not bring the ledger that far back. It neither confirms nor contradicts it.`;
  return { message };
}
