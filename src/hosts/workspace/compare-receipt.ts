import { compareReceipt, type Signer } from "#pillars/trace";
import type { WorkspaceParts } from "./parts.ts";

/** What a receipt that somebody kept says about what is recorded here. */
export type ComparedReceipt =
  /** It was changed, or it is no receipt. */
  | { readonly kind: "damaged" }
  /** It is of a log that is not kept here. */
  | { readonly kind: "elsewhere"; readonly origin: string }
  /** `ahead`: the log once had more entries. `other`: there are two histories of that name, and this is not the receipt's. */
  | {
      readonly kind: "fits" | "ahead" | "other";
      /** The run it is of; undefined for the ledger. */
      readonly runId?: string;
      /** Entries that the receipt covers, and that there are now. */
      readonly size: number;
      readonly now: number;
    };

/** Name, size, root and a signature, whoever made it. */
const looksWhole = /^\s*\S.*\r?\n\d+\r?\n[A-Za-z0-9+/]{43}=\r?\n\r?\n\u2014 /u;

export async function compare(
  { store, shelf }: WorkspaceParts,
  workspace: { readonly name: string; readonly signer: Signer },
  receipt: string,
): Promise<ComparedReceipt> {
  const [origin = ""] = receipt.trim().split(/\r?\n/u);
  if (origin === workspace.name) {
    const { size } = await store.ledgerHead();
    const log = { size, read: (from: number, to: number) => store.ledgerLines(from, to) };
    return compared(await compareReceipt(receipt, workspace.signer.vkey, log), size);
  }
  const record = (await shelf.list()).find((each) => each.origin === origin);
  if (record === undefined) return looksWhole.test(receipt) ? { kind: "elsewhere", origin } : { kind: "damaged" };
  const size = (await store.head(origin))?.size ?? 0;
  const log = { size, read: (from: number, to: number) => store.lines(origin, from, to) };
  return compared(await compareReceipt(receipt, record.vkey, log), size, record.runId);
}

function compared(
  { standing, size }: Awaited<ReturnType<typeof compareReceipt>>,
  now: number,
  runId?: string,
): ComparedReceipt {
  if (standing === "damaged") return { kind: "damaged" };
  // All lines are at hand, so none is beyond them.
  const kind = standing === "beyond" ? "other" : standing;
  return { kind, size, now, ...(runId !== undefined && { runId }) };
}
