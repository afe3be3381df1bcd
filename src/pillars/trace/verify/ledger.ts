import { fromBase64, toBase64 } from "../base64.ts";
import { equalBytes, fromUtf8 } from "../bytes.ts";
import { ledgerRow, optionalPaths, paths } from "../bundle/layout.ts";
import { readLines } from "../bundle/lines.ts";
import { parseCanonical } from "../canonical.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { readLedgerLine, type LedgerEntry } from "../ledger.ts";
import { leafHash, rangeOf, rootOf, verifyInclusion } from "../merkle.ts";
import type { NoteSignature } from "../signed-note.ts";
import { openSigned } from "./checkpoints.ts";
import { memberBytes, type Container, type Keys } from "./container.ts";
import type { SealedLog } from "./steps.ts";
import { attempt, demand } from "./fault.ts";

export interface LedgerView {
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly NoteSignature[];
  /** This run's entries, in order. */
  readonly entries: readonly LedgerEntry[];
  /** Leaf hashes of the whole ledger, when the bundle brings them. */
  readonly leaves: readonly Uint8Array[] | undefined;
}

/** The workspace's signed ledger contains this run's entries. */
export function readLedger(container: Container, keys: Keys): LedgerView {
  const part = paths.ledgerCheckpoint;
  const note = attempt("E31", { part }, () => fromUtf8(memberBytes(container, part)));
  const { checkpoint, signatures } = openSigned(note, keys.workspace, keys, "E30", part);
  demand(checkpoint.origin === keys.workspace.name, "E31", { part });
  const leaves = ledgerLeaves(container, checkpoint);
  const entries = entriesIn(container, keys, checkpoint, leaves);
  return { checkpoint, signatures, entries, leaves };
}

/** Its entries name this run's key, beginning and end. */
export function checkRunIn({ entries }: LedgerView, container: Container, log: SealedLog): void {
  checkOpening(container, entries, log);
  checkEnding(entries, log);
}

function ledgerLeaves({ members }: Container, { size, root }: Checkpoint): Uint8Array[] | undefined {
  const part = optionalPaths.ledgerHashes;
  const bytes = members.get(part);
  if (bytes === undefined) return undefined;
  const leaves = attempt("E31", { part }, () => readLines(bytes).map(fromBase64));
  demand(leaves.length === size && equalBytes(rootOf(rangeOf(leaves)), root), "E32", { part });
  return leaves;
}

function entriesIn(
  container: Container,
  { run, workspace }: Keys,
  { size, root }: Checkpoint,
  leaves: readonly Uint8Array[] | undefined,
): LedgerEntry[] {
  const part = paths.ledger;
  let previous = -1;
  return attempt("E31", { part }, () =>
    readLines(memberBytes(container, part)).map((text) => {
      const { index, leaf: line, proof } = ledgerRow.parse(parseCanonical(text));
      const { origin, index: own, entry } = readLedgerLine(line);
      demand(origin === workspace.name && own === index && entry.run === run.name && index > previous, "E31", { part });
      previous = index;
      const leaf = leafHash(line);
      const included = verifyInclusion({ index, size, leaf, root }, proof.map(fromBase64));
      demand(included && (leaves === undefined || equalBytes(leaves[index] ?? root, leaf)), "E32", { part });
      return entry;
    }),
  );
}

function checkOpening(container: Container, entries: readonly LedgerEntry[], { shape }: SealedLog): void {
  const part = paths.ledger;
  const [open, ...rest] = entries;
  demand(open?.type === "run.open" && !rest.some(({ type }) => type === "run.open"), "E33", { part });
  const attrs = shape.first?.attrs ?? {};
  demand(open.flowDigest === attrs["flowDigest"] && open.policyDigest === attrs["policyDigest"], "E33", { part });
  const [runKey] = attempt("E06", { part: paths.runKey }, () => readLines(memberBytes(container, paths.runKey)));
  demand(open.vkey === runKey, "E33", { part: paths.runKey });
}

function checkEnding(entries: readonly LedgerEntry[], { shape, size: all, root: whole }: SealedLog): void {
  const part = paths.ledger;
  const closes = entries.filter((entry) => entry.type === "run.close");
  const closed = shape.last?.kind === "run.close";
  demand(closes.length === (closed ? 1 : 0), "E34", { part });
  for (const { size, root } of closes) {
    demand(size === all && root === toBase64(whole), "E34", { part });
  }
}
