import { toBase64 } from "../base64.ts";
import { sha256, toHex, utf8 } from "../bytes.ts";
import { canonicalize, digestOf } from "../canonical.ts";
import { derivedParts } from "../derived/derive.ts";
import type { JsonValue } from "../event.ts";
import { readLedgerLine } from "../ledger.ts";
import { readLine } from "../line.ts";
import type { SignedCheckpoint } from "../log.ts";
import { inclusionProof, leafHash } from "../merkle.ts";
import { readEvents } from "../read.ts";
import type { Signer } from "../signature.ts";
import { signNote } from "../signed-note.ts";
import { formatTime } from "../time.ts";
import { TraceError } from "../trace-error.ts";
import { consistencyPath, writeConsistency } from "./consistency.ts";
import { withCosignatures } from "./cosigned.ts";
import { compressParts, type Gzip } from "./gzip.ts";
import {
  manifestStatement,
  mostDerivedCharacters,
  mostLedgerHashes,
  optionalPaths,
  paths,
  type Manifest,
  type OptionalPath,
} from "./layout.ts";
import { joinNotes, writeLines } from "./lines.ts";
import type { PackedLog } from "./packed-log.ts";
import { readmeText } from "./readme.ts";
import { tlogProof } from "./tlog-proof.ts";
import { writeZip } from "./zip.ts";

export interface BundleContents {
  /** The run's origin. */
  readonly origin: string;
  /** Their digests must be those of run.open. */
  readonly flow: JsonValue;
  readonly policies: JsonValue;
  readonly log: PackedLog;
  /** Ascending; the last one covers the last line. */
  readonly checkpoints: readonly SignedCheckpoint[];
  /** The whole ledger and the checkpoint that covers it. */
  readonly ledgerLines: readonly string[];
  readonly ledgerCheckpoint: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Key lines of witnesses whose cosignatures the checkpoints carry. */
  readonly cosigners?: readonly string[];
  /** Sizes of the ledger when receipts were given that this copy has to be comparable with, however long the ledger is. */
  readonly since?: readonly number[] | undefined;
  /** The host's own means; without them a long run takes several times as long. */
  readonly native?: NativeWork | undefined;
  /** `verify.html`, and whatever else may lie in a bundle. */
  readonly extras?: ReadonlyMap<OptionalPath, Uint8Array>;
}

/** What a platform does faster than it can be done in JavaScript, and beside this thread. */
export interface NativeWork {
  readonly gzip: Gzip;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** Writes a `.gatehouse.zip`: equal contents and an Ed25519 signer give equal bytes. */
export async function writeBundle(contents: BundleContents, workspace: Signer): Promise<Uint8Array> {
  const { origin, log } = contents;
  const { checkpoints, witnesses } = withCosignatures(log.decisions, contents.checkpoints, contents.cosigners ?? []);
  const last = checkpoints.at(-1);
  if (last === undefined || last.size !== log.size) throw new TraceError("unsealed");
  const members = new Map<string, Uint8Array>([
    ...flowMembers(contents),
    [paths.readme, utf8(readmeText(origin, log.size))],
    [paths.events, log.events],
    [paths.disclosures, log.disclosures],
    ...(await derivedMembers(contents)),
    [paths.checkpoints, utf8(joinNotes(checkpoints.map(({ note }) => note)))],
    [paths.checkpoint, utf8(last.note)],
    ...ledgerMembers(contents),
    [paths.workspaceKey, writeLines([workspace.vkey])],
    ...(contents.extras ?? []),
  ]);
  if (witnesses.length > 0) members.set(optionalPaths.cosigners, writeLines(witnesses));
  const manifest = await manifestOf(contents, members, log.withheld);
  members.set(paths.manifest, utf8(manifest));
  members.set(paths.manifestNote, utf8(await signNote(manifestStatement(origin, manifest), workspace)));
  return writeZip(members);
}

/** The manifest text for these members. */
export async function manifestOf(
  { origin, created, native }: Pick<BundleContents, "origin" | "created" | "native">,
  members: ReadonlyMap<string, Uint8Array>,
  withheld: Manifest["withheld"],
): Promise<string> {
  const hash = native?.sha256 ?? sha256;
  const files = await Promise.all(
    [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([path, data]) => ({ path, bytes: data.length, sha256: toHex(await hash(data)) })),
  );
  const manifest: Manifest = { v: 1, type: "gatehouse-bundle", origin, created: formatTime(created), withheld, files };
  return canonicalize(manifest);
}

/** Made from what this copy shows, so that nothing comes back by them that was withheld or erased. */
async function derivedMembers({ origin, log, native }: BundleContents): Promise<[string, Uint8Array][]> {
  const { lines = [], shown = [] } = log.whole ?? {};
  const characters = shown.reduce((sum, { text }) => sum + text.length, 0);
  if (log.whole === undefined || characters > mostDerivedCharacters) return [];
  const copies = [...derivedParts(origin, readEvents(origin, lines, shown))];
  return Promise.all(
    copies.map(async ([path, content]): Promise<[string, Uint8Array]> => [
      path,
      await compressParts([content], native?.gzip),
    ]),
  );
}

function flowMembers({ flow, policies, log }: BundleContents): [string, Uint8Array][] {
  const { attrs } = readLine(log.opening);
  if (attrs["flowDigest"] !== digestOf(flow) || attrs["policyDigest"] !== digestOf(policies)) {
    throw new TraceError("bad-bundle", "the flow or its policies are not those of the run");
  }
  return [
    [paths.flow, utf8(canonicalize(flow))],
    [paths.policies, utf8(canonicalize(policies))],
    [paths.models, utf8(canonicalize(attrs["models"] ?? []))],
  ];
}

function ledgerMembers({ origin, ledgerLines, ledgerCheckpoint, since = [] }: BundleContents): [string, Uint8Array][] {
  const leaves = ledgerLines.map((line) => leafHash(line));
  const entries = ledgerLines
    .map((leaf) => ({ leaf, ...readLedgerLine(leaf) }))
    .filter(({ entry }) => entry.run === origin);
  const open = entries.map(({ entry }) => entry).find((entry) => entry.type === "run.open");
  if (open?.type !== "run.open") throw new TraceError("bad-bundle", "the ledger does not know this run");
  const rows = entries.map(({ index, leaf, entry }) => ({
    row: { index, leaf, proof: inclusionProof(leaves, index).map(toBase64) },
    entry,
  }));
  const closeProofs = rows.flatMap(({ row, entry }): [string, Uint8Array][] =>
    entry.type === "run.close"
      ? [[optionalPaths.closeProof, utf8(tlogProof({ ...row, checkpoint: ledgerCheckpoint }))]]
      : [],
  );
  const hashes: [string, Uint8Array][] =
    leaves.length <= mostLedgerHashes ? [[optionalPaths.ledgerHashes, writeLines(leaves.map(toBase64))]] : [];
  const connected = since
    .filter((from) => from > 0 && from < leaves.length)
    .map((from): [string, Uint8Array] => [consistencyPath(from), writeConsistency(leaves, from)]);
  return [
    [paths.ledger, writeLines(rows.map(({ row }) => canonicalize(row)))],
    [paths.ledgerCheckpoint, utf8(ledgerCheckpoint)],
    [paths.runKey, writeLines([open.vkey])],
    ...hashes,
    ...closeProofs,
    ...connected,
  ];
}
