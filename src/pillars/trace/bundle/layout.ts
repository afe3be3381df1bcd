import { z } from "zod";
import { toBase64Url } from "../base64.ts";
import { parseCanonical } from "../canonical.ts";
import { sha256, utf8 } from "../bytes.ts";
import { parseTime } from "../time.ts";
import { TraceError } from "../trace-error.ts";
import { consistencyFrom } from "./consistency.ts";
import { isMemberName } from "./zip.ts";

/** Where things lie in a bundle. */
export const paths = {
  manifest: "manifest.json",
  manifestNote: "manifest.note",
  readme: "README.txt",
  flow: "flow/flow.json",
  policies: "flow/policies.json",
  models: "flow/models.json",
  events: "trace/events.jsonl.gz",
  disclosures: "trace/disclosures.jsonl.gz",
  checkpoints: "trace/checkpoints.txt",
  checkpoint: "trace/checkpoint",
  ledger: "ledger/ledger.jsonl",
  ledgerCheckpoint: "ledger/checkpoint",
  runKey: "keys/run.vkey",
  workspaceKey: "keys/workspace.vkey",
} as const;

export const optionalPaths = {
  cosigners: "keys/cosigners.vkeys",
  /** The leaf hashes of the whole ledger, one Base64 line each: connects a receipt of any age to this bundle. */
  ledgerHashes: "ledger/hashes.txt",
  /** Of a closed run: a C2SP tlog-proof of its last entry in the ledger. */
  closeProof: "ledger/close.tlog-proof",
  verifyPage: "verify.html",
  // Plain, the three would make a bundle four times as large.
  otlpJson: "derived/otlp.json.gz",
  otlpProtobuf: "derived/otlp.pb.gz",
  steps: "derived/steps.csv.gz",
  auditTrail: "derived/aat.jsonl",
} as const;

/** 45 bytes an entry: a bundle of a longer ledger goes without the hashes, and an older receipt cannot be compared with it. */
export const mostLedgerHashes = 65_536;

/** Beyond this a reader would wait longer for the copies than for the record. They can be made from the bundle at any time. */
export const mostDerivedSteps = 20_000;
/** Of all shown disclosures. */
export const mostDerivedCharacters = 16 * 2 ** 20;

export type OptionalPath = (typeof optionalPaths)[keyof typeof optionalPaths];

const knownPaths: ReadonlySet<string> = new Set([...Object.values(paths), ...Object.values(optionalPaths)]);

export function isKnownPath(path: string): boolean {
  return knownPaths.has(path) || consistencyFrom(path) !== undefined;
}

const position = z.number().int().nonnegative();

const manifest = z.strictObject({
  v: z.literal(1),
  type: z.literal("gatehouse-bundle"),
  /** The run's origin. */
  origin: z.string().min(1).max(512),
  created: z.string().refine((text) => parseTime(text) !== undefined),
  /** Values that were left out of this copy on purpose. */
  withheld: z.array(z.strictObject({ seq: position, field: z.string().max(64) })),
  /** Every other member but the manifest's own note, sorted by path. */
  files: z.array(
    z.strictObject({
      path: z.string().refine(isMemberName),
      bytes: position,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Manifest = z.infer<typeof manifest>;

export function readManifest(text: string): Manifest {
  const checked = manifest.safeParse(parseCanonical(text));
  if (!checked.success) throw new TraceError("bad-line", "manifest");
  const { files } = checked.data;
  if (files.some(({ path }, at) => at > 0 && path <= (files[at - 1]?.path ?? ""))) {
    throw new TraceError("bad-line", "manifest order");
  }
  return checked.data;
}

/** What the workspace signs for a bundle. */
export function manifestStatement(origin: string, manifestText: string): string {
  return `gatehouse-manifest/v1\n${origin}\n${toBase64Url(sha256(utf8(manifestText)))}\n`;
}

/** One of this run's ledger entries with its way up to the ledger's root; hashes in Base64. */
export const ledgerRow = z.strictObject({ index: position, leaf: z.string(), proof: z.array(z.string()) });

export const disclosureRow = z.strictObject({ d: z.string(), seq: position });
