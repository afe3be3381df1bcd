import { fromBase64Url, toBase64Url } from "./base64.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { sealValue, type StoredDisclosure } from "./disclosure.ts";
import { isStrict, needsCheckpoint } from "./durability.ts";
import type { EventDraft, JsonObject as Attributes, JsonValue, TracedEvent } from "./event.ts";
import { genesis, readLine, spanId, traceId, writeLine, type TraceLine } from "./line.ts";
import { appendLeaf, createTree, emptyRange, leafHash, rootOf, type CompactRange, type Sha256 } from "./merkle.ts";
import type { Signer } from "./signature.ts";
import { parseVkey } from "./signed-note.ts";
import { formatTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";

/** Everything needed to go on appending; rebuilt from stored lines by `stateOfLines`. */
export interface RunLogState {
  readonly size: number;
  /** Base64url leaf hash of the last line, or the genesis hash. */
  readonly prev: string;
  readonly range: CompactRange;
  readonly monoUs: number;
  readonly closed: boolean;
  /** Size under the last signed checkpoint. */
  readonly sealed: number;
}

export interface RunLogOptions {
  /** `<workspace>/run/<run id>`; also the name of the run's key. */
  readonly origin: string;
  readonly signer: Signer;
  /** 16 fresh random bytes for each value. `value` tells a replay which recorded salt to hand back. */
  readonly salt: (value: { readonly seq: number; readonly field: string }) => Uint8Array;
  readonly clock: LogClock;
}

export interface LogClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Microseconds on a clock that only goes forward, from any start. */
  monoUs(): number;
}

export interface Appended {
  readonly line: string;
  readonly leaf: Uint8Array;
  readonly seq: number;
  readonly disclosures: readonly StoredDisclosure[];
  readonly event: TracedEvent;
  /** Must be durable before anything follows from it. */
  readonly strict: boolean;
}

export interface SignedCheckpoint {
  readonly size: number;
  readonly note: string;
}

export interface RunLog {
  readonly origin: string;
  readonly vkey: string;
  state(): RunLogState;
  /** Seals one event, synchronously. Throws TraceError and changes nothing when the draft can't be recorded. */
  append(draft: EventDraft): Appended;
  checkpointDue(): boolean;
  /** Signs the log as it stands at the call; events that arrive while signing belong to the next checkpoint. */
  checkpoint(): Promise<SignedCheckpoint>;
}

export function emptyState(origin: string): RunLogState {
  return { size: 0, prev: toBase64Url(genesis(origin)), range: emptyRange, monoUs: 0, closed: false, sealed: 0 };
}

/** The state after these stored lines; throws TraceError `bad-line` when they don't continue `state`. */
export function stateOfLines(origin: string, lines: Iterable<string>, state = emptyState(origin)): RunLogState {
  let next = state;
  for (const text of lines) {
    next = followed(next, origin, readLine(text), text);
  }
  return next;
}

function followed(state: RunLogState, origin: string, line: TraceLine, text: string): RunLogState {
  requireFollows(line, origin, state);
  return advance(state, line, leafHash(text));
}

function requireFollows(line: TraceLine, origin: string, before: Pick<RunLogState, "size" | "prev" | "monoUs">): void {
  const { size, prev, monoUs } = before;
  if (line.origin !== origin || line.seq !== size || line.prev !== prev || line.mono_us < monoUs)
    throw new TraceError("bad-line", `step ${size}`);
}

/** A stored log that is read from its first line on, in place, so that it may be long. */
export interface LogReading {
  readonly size: number;
  /** Takes one more stored line, which `line` is the reading of; throws TraceError `bad-line` when it does not continue the log. */
  take(line: TraceLine, text: string): void;
  root(): Uint8Array;
}

export function createLogReading(origin: string, hash?: Sha256): LogReading {
  const tree = createTree(hash);
  let { prev, monoUs } = emptyState(origin);
  return {
    get size() {
      return tree.size;
    },
    take(line, text) {
      requireFollows(line, origin, { size: tree.size, prev, monoUs });
      const leaf = leafHash(text, hash);
      tree.add(leaf);
      prev = toBase64Url(leaf);
      monoUs = line.mono_us;
    },
    root: () => tree.root(),
  };
}

/** Opens a run's log for its one writer. `state` is undefined for a new run. */
export function openRunLog(stored: RunLogState | undefined, options: RunLogOptions): RunLog {
  const { origin, signer, salt } = options;
  if (parseVkey(signer.vkey).name !== origin) throw new TraceError("bad-key", "not this run's key");
  const clock = continuedClock(options.clock, stored?.monoUs ?? 0);
  let state = stored ?? emptyState(origin);
  let due = false;

  function append(draft: EventDraft): Appended {
    if (state.closed) throw new TraceError("closed");
    if ((draft.kind === "run.open") !== (state.size === 0)) throw new TraceError("not-open");
    const { size: seq, prev } = state;
    const values = present(draft.values ?? {});
    const { salts = {}, ...plain } = draft;
    const { disclosures, digests } = sealValues(
      values,
      seq,
      ({ field }) => givenSalt(salts, field) ?? salt({ seq, field }),
    );
    const attrs = publicAttrs(draft, digests);
    const time = clock.now();
    const record = lineOf({ draft, attrs, origin, seq, prev, time, monoUs: clock.monoUs(), sd: digests });
    const line = writeLine(record);
    const leaf = leafHash(line);
    state = advance(state, record, leaf);
    due ||= needsCheckpoint(draft.kind, state.size - state.sealed);
    const event = { ...plain, attrs, values, seq, time, digests };
    return { line, leaf, seq, disclosures, event, strict: isStrict(event) };
  }

  async function checkpoint(): Promise<SignedCheckpoint> {
    const { size, range } = state;
    due = false;
    const note = await signCheckpoint({ origin, size, root: rootOf(range) }, signer);
    state = { ...state, sealed: size };
    return { size, note };
  }

  return { origin, vkey: signer.vkey, state: () => state, append, checkpointDue: () => due, checkpoint };
}

function advance(state: RunLogState, line: TraceLine, leaf: Uint8Array): RunLogState {
  return {
    size: state.size + 1,
    prev: toBase64Url(leaf),
    range: appendLeaf(state.range, leaf),
    monoUs: line.mono_us,
    closed: line.kind === "run.close",
    sealed: state.sealed,
  };
}

function sealValues(values: Attributes, seq: number, salt: RunLogOptions["salt"]) {
  const disclosures: StoredDisclosure[] = [];
  const digests: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    const { text, digest } = sealValue(salt({ seq, field }), field, value);
    disclosures.push({ seq, field, text });
    digests[field] = digest;
  }
  return { disclosures, digests };
}

function givenSalt(salts: Readonly<Record<string, string>>, field: string): Uint8Array | undefined {
  const given = Object.hasOwn(salts, field) ? salts[field] : undefined;
  return given === undefined ? undefined : fromBase64Url(given);
}

function publicAttrs(draft: EventDraft, digests: Readonly<Record<string, string>>): Attributes {
  const attrs = present(draft.attrs);
  const argsDigest = digests["arguments"];
  return draft.kind === "approval.request" && argsDigest !== undefined ? { ...attrs, argsDigest } : attrs;
}

function present(members: Readonly<Record<string, JsonValue | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, JsonValue] => member[1] !== undefined),
  );
}

function lineOf(parts: {
  draft: EventDraft;
  attrs: Attributes;
  origin: string;
  seq: number;
  prev: string;
  time: number;
  monoUs: number;
  sd: Readonly<Record<string, string>>;
}): TraceLine {
  const { draft, attrs, origin, seq, prev, time, monoUs, sd } = parts;
  return {
    v: 1,
    origin,
    seq,
    prev,
    time: formatTime(time),
    mono_us: monoUs,
    kind: draft.kind,
    trace_id: traceId(origin),
    span_id: spanId(origin, draft.key),
    parent_span_id: draft.parent === undefined ? "" : spanId(origin, draft.parent),
    node: { id: draft.node?.id ?? "", type: draft.node?.type ?? "" },
    actor: { type: draft.actor.type, ref: draft.actor.ref },
    attrs,
    sd,
    key: draft.key,
  };
}

// A new process starts its clock anywhere; what was recorded goes on from where it stood, and never back.
function continuedClock(clock: LogClock, from: number): LogClock {
  let last = from;
  const offset = Math.max(0, from - Math.floor(clock.monoUs()));
  return {
    now: () => Math.floor(clock.now()),
    monoUs: () => (last = Math.max(last, Math.floor(clock.monoUs()) + offset)),
  };
}
