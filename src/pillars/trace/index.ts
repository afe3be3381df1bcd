/**
 * Pillar 5, the immutable trace: the log of a run, the workspace's ledger over its runs, the bundle for an outsider and
 * the outsider's check. Pure: keys, clocks, randomness and storage are handed in. Failures are TraceErrors with a code;
 * a failed check is a Report.
 */
export type { Actor, EventDraft, JsonObject, JsonValue, RunEvent, TracedEvent } from "./event.ts";
export { TraceError, type TraceErrorCode } from "./trace-error.ts";
export { sha256, utf8 } from "./bytes.ts";
export { canonicalize, digestOf, parseCanonical } from "./canonical.ts";
export { type Signer, verifyEd25519 } from "./signature.ts";
export { cosignNote, formatVkey, type KeyAlgorithm, type NoteKey, parseVkey } from "./signed-note.ts";
export { type DecisionStatement, decisionSigned, signDecision, statementOf } from "./decision.ts";
export { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
export { consistencyProof, inclusionProof, leafHash, verifyConsistency, verifyInclusion } from "./merkle.ts";
export { sealValue, type StoredDisclosure } from "./disclosure.ts";
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
export { isStrict } from "./durability.ts";
export {
  type Appended,
  type LogClock,
  openRunLog,
  type RunLog,
  type RunLogOptions,
  type RunLogState,
  type SignedCheckpoint,
} from "./log.ts";
export type { ErasedValue, LedgerBatch, LedgerHead, RunBatch, RunHead, TraceStore } from "./store.ts";
export { MemoryTraceStore } from "./memory-store.ts";
export { createJournal, type Journal, type JournalOptions } from "./journal.ts";
export { createReplayJournal, type ReplayDifference, type ReplayJournal } from "./replay-journal.ts";
export { sealedRunKeys } from "./run-keys.ts";
export { loadRun, type StoredRun } from "./resume.ts";
export { readEvents } from "./read.ts";
export { readStep, scanRun, type ScanPages } from "./scan.ts";
export { readLine } from "./line.ts";
export { type Ledger, type LedgerEntry, type LedgerLine, type LedgerOptions, openLedger } from "./ledger.ts";
export { closeEntry, ledgerLines, openEntry } from "./ledger-entries.ts";
export { findValues, type FoundValue, type Sought } from "./erasure/find-values.ts";
export { type ErasureReason, eraseValues } from "./erasure/erase-values.ts";
export { type ValueContent, withholdingKinds, withoutKinds, type WithholdingKind } from "./erasure/withholding.ts";
export {
  disclosureCsv,
  disclosureJson,
  disclosureReport,
  type DisclosureReport,
  type DisclosureRow,
  type ValueState,
} from "./erasure/disclosure-report.ts";
export {
  cosignState,
  isCosignedBy,
  type WitnessedLog,
  type WitnessedState,
  type Witnessing,
  witnessLog,
} from "./witness.ts";
export { clockSetBack, type ClockSetBack } from "./clock-set-back.ts";
export { compareReceipt, type StoredLines } from "./compare-receipt.ts";
export type { ReceiptStanding } from "./verify/anchors.ts";
export { normalise, type NormalEvent } from "./normalise.ts";
export type { Parts } from "./bundle/gzip.ts";
export type { Withhold } from "./bundle/packed-log.ts";
export type { NativeWork } from "./bundle/write.ts";
export { exportRun, type ExportOptions } from "./bundle/export-run.ts";
export { derivedFile, type DerivedFormat, derivedFormats } from "./derived/formats.ts";
export { type Bundle, manifestDigest, readBundle } from "./bundle/read.ts";
export { type Manifest, type OptionalPath } from "./bundle/layout.ts";
export { sentences, type VerifyCode } from "./verify/codes.ts";
export {
  type KnownApprover,
  namedCode,
  type Note,
  type Report,
  type RunState,
  type Verdict,
  type RunReader,
  type VerifyOptions,
  type VerifyProgress,
} from "./verify/report.ts";
export { Cancelled } from "./verify/fault.ts";
export { shareOf } from "./verify/share-of.ts";
export { verifyBundle } from "./verify/verify-bundle.ts";
export type { ByteSource } from "./bundle/source.ts";
