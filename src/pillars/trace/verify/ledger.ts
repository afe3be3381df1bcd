import { fromBase64, toBase64 } from "../base64.ts";
import { equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { consistencyFrom, readConsistency } from "../bundle/consistency.ts";
import { ledgerRow, optionalPaths, paths } from "../bundle/layout.ts";
import { readLines } from "../bundle/lines.ts";
import { tlogProof } from "../bundle/tlog-proof.ts";
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
  /** What a tlog-proof of the run's closing has to be, one for each such entry. */
  readonly closeProofs: readonly string[];
  /** Leaf hashes of the whole ledger, when the bundle brings them. */
  readonly leaves: readonly Uint8Array[] | undefined;
  /** Roots of earlier states of the ledger by their size, where the bundle brings a proof. */
  readonly earlier: ReadonlyMap<number, Uint8Array>;
}

/** The workspace's signed ledger contains this run's entries. */
export function readLedger(container: Container, keys: Keys): LedgerView {
  const part = paths.ledgerCheckpoint;
  const note = attempt("E31", { part }, () => fromUtf8(memberBytes(container, part)));
  const { checkpoint, signatures } = openSigned(note, keys.workspace, keys, "E30", part);
  demand(checkpoint.origin === keys.workspace.name, "E31", { part });
  const leaves = ledgerLeaves(container, checkpoint);
  const earlier = earlierRoots(container, checkpoint);
  const rows = rowsIn(container, keys, checkpoint, leaves);
  const entries = rows.map(({ entry }) => entry);
  const closeProofs = rows
    .filter(({ entry }) => entry.type === "run.close")
    .map(({ index, proof }) => tlogProof({ index, proof, checkpoint: note }));
  return { checkpoint, signatures, entries, closeProofs, leaves, earlier };
}

/** Its entries name this run's key, beginning and end. */
export function checkRunIn({ entries, closeProofs }: LedgerView, container: Container, log: SealedLog): void {
  checkOpening(container, entries, log);
  checkEnding(entries, log);
  checkCloseProof(container, closeProofs);
}

function ledgerLeaves({ members }: Container, { size, root }: Checkpoint): Uint8Array[] | undefined {
  const part = optionalPaths.ledgerHashes;
  const bytes = members.get(part);
  if (bytes === undefined) return undefined;
  const leaves = attempt("E31", { part }, () => readLines(bytes).map(fromBase64));
  demand(leaves.length === size && equalBytes(rootOf(rangeOf(leaves)), root), "E32", { part });
  return leaves;
}

function earlierRoots({ members }: Container, head: Checkpoint): ReadonlyMap<number, Uint8Array> {
  const roots = new Map<number, Uint8Array>();
  for (const [part, bytes] of members) {
    const from = consistencyFrom(part);
    if (from === undefined) continue;
    const root = attempt("E31", { part }, () => readConsistency(bytes, from, head));
    demand(root !== undefined, "E32", { part });
    roots.set(from, root);
  }
  return roots;
}

interface Row {
  readonly index: number;
  readonly proof: readonly string[];
  readonly entry: LedgerEntry;
}

function rowsIn(
  container: Container,
  { run, workspace }: Keys,
  { size, root }: Checkpoint,
  leaves: readonly Uint8Array[] | undefined,
): Row[] {
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
      return { index, proof, entry };
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

/** The row and the head, which have been proved, leave one form only; so the copy for others' tools is made anew and compared. */
function checkCloseProof({ members }: Container, closeProofs: readonly string[]): void {
  const part = optionalPaths.closeProof;
  const bytes = members.get(part);
  if (bytes === undefined) return;
  const [expected] = closeProofs;
  demand(expected !== undefined, "E34", { part });
  demand(equalBytes(bytes, utf8(expected)), "E32", { part });
}
