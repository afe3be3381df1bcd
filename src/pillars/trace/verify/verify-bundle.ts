import { jsonValue, parseRunEvent, type JsonValue } from "#engine";
import { toBase64Url } from "../base64.ts";
import { decodedLoosely, fromUtf8 } from "../bytes.ts";
import { paths } from "../bundle/layout.ts";
import { sourceOf, type ByteSource } from "../bundle/source.ts";
import { rangeOf, rootOf } from "../merkle.ts";
import { sameKey, type NoteKey } from "../signed-note.ts";
import { createAhead } from "./ahead.ts";
import { checkReceipts, checkWitnesses, receiptSizes, type KnownLog } from "./anchors.ts";
import { checkCheckpoints, sizesIn, type CheckpointSignature } from "./checkpoints.ts";
import type { VerifyCode } from "./codes.ts";
import {
  checkKeys,
  checkManifestNote,
  checkMembers,
  containerOf,
  memberBytes,
  openParts,
  partsOf,
  type Container,
  type Keys,
  type Parts,
} from "./container.ts";
import { createDerivedCheck } from "./derived.ts";
import { attempt, Cancelled, demand, Fault, settled } from "./fault.ts";
import { checkRunIn, readLedger, type LedgerView } from "./ledger.ts";
import { noteOnClock, notesOn } from "./notes.ts";
import { createPause, type Pause } from "./pause.ts";
import type { Note, Report, RunReader, RunState, Verdict, VerifyOptions } from "./report.ts";
import type { Finding } from "./rule.ts";
import { checkFlow } from "./run-shape.ts";
import { largestSalvaged, salvage } from "./salvage.ts";
import { createSemantics, type Semantics } from "./semantics.ts";
import { provedEvents, readSealedLog, type SealedLog, type StepsOptions } from "./steps.ts";

/** What was learnt before a fault ended the check. */
interface Progress {
  state: RunState;
  events: number;
  erased: number;
  withheld: number;
  notes: readonly Note[];
}

/**
 * Checks a bundle that nobody vouches for, offline. First that it is what was sealed, then that the run kept its own rules.
 * It reads the file in slices and holds one at a time, so a run may have any length. Never throws but Cancelled, when its signal says
 * so: whatever is wrong with the bytes is a FAILED report.
 */
export async function verifyBundle(bundle: Uint8Array | ByteSource, options: VerifyOptions): Promise<Report> {
  const progress: Progress = { state: "interrupted", events: 0, erased: 0, withheld: 0, notes: [] };
  try {
    const source = bundle instanceof Uint8Array ? sourceOf(bundle) : bundle;
    const { verdict, findings } = await verify(source, options, progress);
    const [first, ...more] = findings;
    if (first !== undefined) return broken([first, ...more], progress);
    return { verdict, codes: [], message: verdictSentence(verdict, progress), ...progress };
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause;
    const fault = cause instanceof Fault ? cause : new Fault("E00");
    return failed([...fault.before, fault.code], fault, progress);
  }
}

async function verify(source: ByteSource, options: VerifyOptions, progress: Progress) {
  const pause = createPause(options);
  const container = await sealedMembers(source, options, progress, pause);
  const keys = checkKeys(container, options);
  checkManifestNote(container, keys);
  const ledger = settled(() => readLedger(container, keys));
  let cosigned: readonly CheckpointSignature[] = [];
  const facts = {
    flow: flowIn(container),
    origin: keys.run.name,
    ahead: createAhead(),
    cosigned: (size: number, key: NoteKey) => cosigned.some((each) => each.size === size && sameKey(each.key, key)),
  };
  const semantics = createSemantics(facts);
  const entries = "value" in ledger ? ledger.value.entries : [];
  const log = await readLog(container, options, {
    origin: keys.run.name,
    entries,
    pause,
    onEvent: semantics.first,
  });
  Object.assign(progress, { state: log.shape.state(), events: log.size });
  cosigned = checkCheckpoints(container, keys, log);
  log.shape.check();
  checkFlow(container, log.shape.first);
  if ("fault" in ledger) throw ledger.fault;
  checkRunIn(ledger.value, container, log);
  const witnessed = checkWitnesses(keys, [...cosigned, ...ledger.value.signatures], options);
  const received = checkReceipts(options.receipts, [ledgerLog(keys, ledger.value), runLog(keys, log)]);
  Object.assign(progress, await log.endValues());
  if (log.unknownKind !== undefined) throw log.unknownKind;
  options.reader?.opened(container.manifest, decodedLoosely(memberBytes(container, paths.workspaceKey)).trim());
  await judge(container, log, semantics, { origin: keys.run.name, pause, reader: options.reader });
  const findings = semantics.findings();
  const decisions = semantics.decisions();
  if (findings.length === 0)
    progress.notes = [
      ...received.notes,
      ...notesOn(decisions, options.approvers ?? []),
      ...noteOnClock(semantics.clock()),
    ];
  // A decision's signature covers the history before it, so an approver whom the verifier trusts is a witness.
  const vouched = decisions.some(
    ({ signed }) => signed !== undefined && keys.trustedCosigners.some((each) => sameKey(each, signed.key)),
  );
  return { verdict: verdictOf(keys, witnessed || received.anchored || vouched), findings };
}

/** The rules, and what is derived from the steps, over the events that have been proved. */
async function judge(
  container: Container,
  log: SealedLog,
  semantics: Semantics,
  reading: { readonly origin: string; readonly pause: Pause; readonly reader: RunReader | undefined },
): Promise<void> {
  const derived = createDerivedCheck(container, log);
  for await (const events of provedEvents(container, reading)) {
    const known = events.map((traced) => {
      const { digests, ...plain } = traced;
      const event = parseRunEvent(plain);
      demand(event !== undefined, "E11", { step: plain.seq });
      derived.step(traced);
      semantics.step({ event, digests, leaf: () => toBase64Url(log.leaves.at(event.seq)) });
      return event;
    });
    reading.reader?.events(known);
  }
  derived.end();
}

function readLog(
  container: Container,
  { receipts, hash }: VerifyOptions,
  reading: Omit<StepsOptions, "sizes" | "hash">,
): Promise<SealedLog> {
  const notes = decodedLoosely(memberBytes(container, paths.checkpoints));
  const sizes = new Set([...sizesIn(notes), ...receiptSizes(receipts)]);
  return readSealedLog(container, { ...reading, sizes, hash });
}

/** A flow that cannot be read is a fault of its own, found where its digest is compared. */
function flowIn(container: Container): JsonValue {
  const flow = settled(() => {
    const part = paths.flow;
    return attempt("E26", { part }, () => jsonValue.parse(JSON.parse(fromUtf8(memberBytes(container, part)))));
  });
  return "value" in flow ? flow.value : null;
}

/** The members, proved to be those that the list names. If they are not, the step or part at fault is looked for all the same. */
async function sealedMembers(
  source: ByteSource,
  options: VerifyOptions,
  progress: Progress,
  pause: Pause,
): Promise<Container> {
  let parts: Parts | undefined;
  try {
    parts = await openParts(source, () => pause("file", 0, 0));
    const container = containerOf(parts);
    checkMembers(container);
    return container;
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const found = parts ?? partsOf(await salvaged(source));
    // Of what is no bundle at all nothing more can be said.
    if (found.sums.size === 0) throw cause;
    const step = await faultyStep(found, options, progress, pause);
    const inside = step ?? (cause.part === undefined ? faultyPart(found, options) : undefined);
    throw inside === undefined ? cause : new Fault(inside.code, inside, { cause }, [cause.code]);
  }
}

async function salvaged(source: ByteSource): Promise<ReadonlyMap<string, Uint8Array>> {
  return source.size > largestSalvaged ? new Map() : salvage(await source.read(0, source.size));
}

async function faultyStep(
  parts: Parts,
  options: VerifyOptions,
  progress: Progress,
  pause: Pause,
): Promise<Fault | undefined> {
  try {
    const container = containerOf(parts);
    const keys = checkKeys(container, { ...options, trusted: [] });
    const ledger = settled(() => readLedger(container, keys));
    const entries = "value" in ledger ? ledger.value.entries : [];
    const log = await readLog(container, options, {
      origin: keys.run.name,
      entries,
      pause,
      onEvent: () => undefined,
    });
    Object.assign(progress, { state: log.shape.state(), events: log.size });
    checkCheckpoints(container, keys, log);
    if ("fault" in ledger) throw ledger.fault;
    checkRunIn(ledger.value, container, log);
    await log.endValues();
    return undefined;
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause;
    return cause instanceof Fault && cause.step !== undefined ? cause : undefined;
  }
}

/** The signed list comes first: by a changed one, the parts would be blamed for what they are not. */
function faultyPart(parts: Parts, options: VerifyOptions): Fault | undefined {
  try {
    const container = containerOf(parts);
    checkManifestNote(container, checkKeys(container, { ...options, trusted: [] }));
    checkMembers(container);
    return undefined;
  } catch (cause) {
    return cause instanceof Fault && cause.part !== undefined ? cause : undefined;
  }
}

function ledgerLog({ workspace }: Keys, { checkpoint, leaves, earlier }: LedgerView): KnownLog {
  return {
    key: workspace,
    checkpoint,
    rootAt: (size) => (leaves === undefined ? earlier.get(size) : rootOf(rangeOf(leaves.slice(0, size)))),
  };
}

function runLog({ run }: Keys, { size, root, roots }: SealedLog): KnownLog {
  return { key: run, checkpoint: { origin: run.name, size, root }, rootAt: (then) => roots.get(then) };
}

function verdictOf({ trusted }: Keys, anchored: boolean): Verdict {
  if (!trusted) return "SELF-CONSISTENT";
  return anchored ? "VERIFIED+ANCHORED" : "VERIFIED";
}

function verdictSentence(verdict: Verdict, { events }: Progress): string {
  const unchanged = `All ${events} steps are as they were sealed`;
  if (verdict === "SELF-CONSISTENT") return `${unchanged}, but by a key that you have not approved.`;
  if (verdict === "VERIFIED") {
    return `${unchanged}, by a key that you approved. No receipt or witness rules out that the whole history was replaced.`;
  }
  return `${unchanged}, by a key that you approved, and they fit what a receipt or a witness holds.`;
}

function broken(findings: readonly [Finding, ...Finding[]], progress: Progress): Report {
  return failed([...new Set(findings.map(({ code }) => code))], findings[0], progress);
}

type Found = Pick<Fault, "message"> & { readonly step?: number | undefined; readonly part?: string | undefined };

function failed(codes: readonly VerifyCode[], { message, step, part }: Found, progress: Progress): Report {
  const place = step !== undefined ? { step } : part === undefined ? {} : { part };
  return { verdict: "FAILED", codes, message, ...place, ...progress };
}
