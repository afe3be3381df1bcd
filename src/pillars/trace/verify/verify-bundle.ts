import { jsonValue, parseRunEvent, type RunEvent } from "#engine";
import { toBase64Url } from "../base64.ts";
import { fromUtf8 } from "../bytes.ts";
import { paths, readManifest } from "../bundle/layout.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { rangeOf, rootOf } from "../merkle.ts";
import { createEventReader } from "../read.ts";
import { sameKey } from "../signed-note.ts";
import { checkReceipts, checkWitnesses } from "./anchors.ts";
import { checkCheckpoints } from "./checkpoints.ts";
import {
  checkKeys,
  checkManifestNote,
  checkMembers,
  memberBytes,
  openContainer,
  type Container,
  type Keys,
} from "./container.ts";
import { checkEvents, type EventLog } from "./events.ts";
import type { VerifyCode } from "./codes.ts";
import { checkDerived } from "./derived.ts";
import { attempt, demand, Fault } from "./fault.ts";
import { checkLedger } from "./ledger.ts";
import type { Note, Report, RunState, Verdict, VerifyOptions } from "./report.ts";
import { checkRunShape, stateOf } from "./run-shape.ts";
import { salvage } from "./salvage.ts";
import { checkSemantics, type Finding, type SealedRun } from "./semantics.ts";
import { notesOn } from "./notes.ts";
import { signedDecisions } from "./signatures.ts";
import { checkValues, type CheckedValues } from "./values.ts";

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
 * Never throws: whatever is wrong with the bytes is a FAILED report.
 */
export async function verifyBundle(bytes: Uint8Array, options: VerifyOptions): Promise<Report> {
  const progress: Progress = { state: "interrupted", events: 0, erased: 0, withheld: 0, notes: [] };
  try {
    const { verdict, findings } = await verify(bytes, options, progress);
    const [first, ...more] = findings;
    if (first !== undefined) return broken([first, ...more], progress);
    return { verdict, codes: [], message: verdictSentence(verdict, progress), ...progress };
  } catch (cause) {
    const fault = cause instanceof Fault ? cause : new Fault("E00");
    return failed([...fault.before, fault.code], fault, progress);
  }
}

async function verify(bytes: Uint8Array, options: VerifyOptions, progress: Progress) {
  const container = await sealedMembers(bytes, options, progress);
  const keys = checkKeys(container, options);
  checkManifestNote(container, keys);
  const log = await checkEvents(container, keys.run.name, options.tick);
  Object.assign(progress, { state: stateOf(log.lines), events: log.lines.length });
  const cosigned = checkCheckpoints(container, keys, log);
  checkRunShape(container, log.lines);
  const ledger = checkLedger(container, keys, log);
  const witnessed = checkWitnesses(keys, [...cosigned, ...ledger.signatures]);
  const received = checkReceipts(options.receipts, [
    { key: keys.workspace, checkpoint: ledger.checkpoint, leaves: ledger.leaves },
    { key: keys.run, checkpoint: headOf(keys, log), leaves: log.leaves },
  ]);
  const values = checkValues(container, log.lines, ledger.entries);
  Object.assign(progress, { erased: values.erased, withheld: values.withheld });
  const run = sealedRun(container, keys, log, values);
  checkDerived(container, log.lines, values);
  const findings = checkSemantics(run);
  const deciders = signedDecisions(run);
  if (findings.length === 0) progress.notes = notesOn(run, deciders, options.approvers ?? []);
  // A decision's signature covers the history before it, so an approver whom the verifier trusts is a witness.
  const vouched = deciders.some(({ key }) => keys.trustedCosigners.some((each) => sameKey(each, key)));
  return { verdict: verdictOf(keys, witnessed || received || vouched), findings };
}

/** The members, proved to be those that the list names. If they are not, the step or part at fault is looked for all the same. */
async function sealedMembers(bytes: Uint8Array, options: VerifyOptions, progress: Progress): Promise<Container> {
  let members: Container["members"] | undefined;
  try {
    const container = openContainer(bytes);
    members = container.members;
    checkMembers(container);
    return container;
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const found = members ?? salvage(bytes);
    const step = await faultyStep(found, options, progress);
    const inside = step ?? (cause.part === undefined ? faultyPart(found, options) : undefined);
    throw inside === undefined ? cause : new Fault(inside.code, inside, { cause }, [cause.code]);
  }
}

async function faultyStep(
  members: Container["members"],
  options: VerifyOptions,
  progress: Progress,
): Promise<Fault | undefined> {
  try {
    const manifestText = fromUtf8(memberBytes({ members }, paths.manifest));
    const container = { members, manifestText, manifest: readManifest(manifestText) };
    const keys = checkKeys(container, { ...options, trusted: [] });
    const log = await checkEvents(container, keys.run.name, options.tick);
    Object.assign(progress, { state: stateOf(log.lines), events: log.lines.length });
    checkCheckpoints(container, keys, log);
    checkValues(container, log.lines, checkLedger(container, keys, log).entries);
    return undefined;
  } catch (cause) {
    return cause instanceof Fault && cause.step !== undefined ? cause : undefined;
  }
}

/** The signed list comes first: by a changed one, the parts would be blamed for what they are not. */
function faultyPart(members: Container["members"], options: VerifyOptions): Fault | undefined {
  try {
    const manifestText = fromUtf8(memberBytes({ members }, paths.manifest));
    const container = { members, manifestText, manifest: readManifest(manifestText) };
    checkManifestNote(container, checkKeys(container, { ...options, trusted: [] }));
    checkMembers(container);
    return undefined;
  } catch (cause) {
    return cause instanceof Fault && cause.part !== undefined ? cause : undefined;
  }
}

function sealedRun(container: Container, keys: Keys, { lines, leaves }: EventLog, { bySeq }: CheckedValues): SealedRun {
  const reader = createEventReader(keys.run.name);
  const events = lines.map((line): RunEvent => {
    const { digests: _digests, ...event } = reader.read(line, bySeq.get(line.seq) ?? {});
    const known = attempt("E11", { step: line.seq }, () => parseRunEvent(event));
    demand(known !== undefined, "E11", { step: line.seq });
    return known;
  });
  return {
    events,
    flow: attempt("E26", { part: paths.flow }, () =>
      jsonValue.parse(JSON.parse(fromUtf8(memberBytes(container, paths.flow)))),
    ),
    digest: ({ seq }, field) => lines[seq]?.sd[field],
    digests: ({ seq }) => lines[seq]?.sd ?? {},
    origin: keys.run.name,
    leaf: ({ seq }) => toBase64Url(leaves[seq] ?? new Uint8Array()),
  };
}

function headOf({ run }: Keys, { leaves }: EventLog): Checkpoint {
  return { origin: run.name, size: leaves.length, root: rootOf(rangeOf(leaves)) };
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
