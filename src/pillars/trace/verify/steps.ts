import { parseRunEvent, type JsonValue, type RunEvent } from "#engine";
import { toBase64Url } from "../base64.ts";
import { paths } from "../bundle/layout.ts";
import { expandSlices } from "../bundle/gzip.ts";
import { textSlices } from "../bundle/line-slices.ts";
import type { TracedEvent } from "../event.ts";
import type { LedgerEntry } from "../ledger.ts";
import { genesis, readLine, spanId, traceId, type TraceLine } from "../line.ts";
import type { Sha256 } from "../merkle.ts";
import { createEventReader } from "../read.ts";
import { TraceError } from "../trace-error.ts";
import { longMember, type Container } from "./container.ts";
import { attemptLater, demand, Fault } from "./fault.ts";
import { createKeyIndex } from "./key-index.ts";
import type { Pause } from "./pause.ts";
import { createRunShape, type RunShape } from "./run-shape.ts";
import { checkLines, readSealedBytes, type SealedBytes } from "./sealed-bytes.ts";
import { createShownRows } from "./shown-rows.ts";
import { createValueCheck, type ValueCheck } from "./values.ts";

/** What was learnt of a log by reading it once, whatever its length. */
export interface SealedLog extends Pick<SealedBytes, "root" | "roots"> {
  readonly size: number;
  readonly leaves: SealedBytes["leaves"];
  readonly shape: RunShape;
  /** Throws what was wrong with the shown values. */
  readonly endValues: ValueCheck["end"];
  /** Characters of all shown disclosures. */
  readonly shown: number;
  /** The first step that is of no known kind. */
  readonly unknownKind: Fault | undefined;
}

export interface StepsOptions {
  readonly origin: string;
  readonly entries: readonly LedgerEntry[];
  /** Sizes at which roots are wanted. */
  readonly sizes: ReadonlySet<number>;
  readonly hash: Sha256 | undefined;
  readonly pause: Pause;
  /** Told of each event that is of a known kind, without its parent. */
  readonly onEvent: (event: RunEvent) => void;
}

/** The bytes of the log, then each line in its one form and chained to the line before, its values beside it. */
export async function readSealedLog(container: Container, options: StepsOptions): Promise<SealedLog> {
  const part = paths.events;
  const { origin, sizes, hash, pause } = options;
  const member = longMember(container, part);
  const bytes = await attemptLater("E10", { part }, () =>
    readSealedBytes(expandSlices(member), sizes, (lines) => pause("bytes", lines, 0), hash),
  );
  demand(bytes.leaves.size > 0, "E25", { part });
  const values = await valuesOf(container, options);
  const shape = createRunShape();
  let unknownKind: Fault | undefined;
  const chain = createChain(origin, bytes, hash);
  for await (const texts of textSlices(expandSlices(member, true))) {
    for (const text of texts) {
      const line = chain(text);
      shape.step(line);
      const event = parseRunEvent(plainEvent(line, await values.step(line)));
      if (event === undefined) unknownKind ??= new Fault("E11", { step: line.seq });
      else options.onEvent(event);
    }
    await pause("form", (shape.last?.seq ?? 0) + 1, bytes.leaves.size);
  }
  return { ...bytes, size: bytes.leaves.size, shape, endValues: values.end, shown: values.length(), unknownKind };
}

/** Values whose own member is no list of lines are at fault only after everything that is looked at before them. */
async function valuesOf(container: Container, { entries, pause }: StepsOptions): Promise<ValueCheck> {
  const part = paths.disclosures;
  try {
    const member = longMember(container, part);
    await attemptLater("E40", { part }, () => checkLines(member, () => pause("form", 0, 0)));
    return createValueCheck(createShownRows(member), entries, container.manifest);
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    return { step: async () => ({}), length: () => 0, end: () => Promise.reject(cause) };
  }
}

/** Reads one line after the other: each in its one form, and chained to the one before. Throws Fault. */
export function createChain(
  origin: string,
  { leaves }: Pick<SealedBytes, "leaves">,
  hash?: Sha256,
): (text: string) => TraceLine {
  const trace = traceId(origin);
  let seq = 0;
  let monoUs = 0;
  let named = { key: "", span: "" };
  return (text) => {
    const line = lineAt(seq, text);
    const before = seq === 0 ? genesis(origin) : leaves.at(seq - 1);
    demand(line.origin === origin, "E12", { step: seq });
    // A step mostly has several lines in a row.
    if (line.key !== named.key) named = { key: line.key, span: spanId(origin, line.key, hash) };
    demand(line.trace_id === trace && line.span_id === named.span, "E12", { step: seq });
    demand(line.seq === seq, "E13", { step: seq });
    // A changed line shows in the one after it, which still holds the old hash.
    demand(line.prev === toBase64Url(before), "E14", { step: Math.max(0, seq - 1) });
    demand(line.mono_us >= monoUs, "E15", { step: seq });
    monoUs = line.mono_us;
    seq += 1;
    return line;
  };
}

function lineAt(seq: number, text: string): TraceLine {
  try {
    return readLine(text);
  } catch (cause) {
    const shape = cause instanceof TraceError && cause.code === "bad-line";
    throw new Fault(shape ? "E11" : "E10", { step: seq }, { cause });
  }
}

function plainEvent(line: TraceLine, values: Readonly<Record<string, JsonValue>>) {
  const { digests: _digests, ...event } = withoutParents.read({ ...line, parent_span_id: "" }, values);
  return event;
}

const withoutParents = createEventReader("", { get: () => undefined, set: () => undefined });

/** Reads the log of a container once more, of which everything has been proved: the events with their parents, a slice at a time. */
export async function* provedEvents(
  container: Container,
  { origin, pause }: Pick<StepsOptions, "origin" | "pause">,
): AsyncGenerator<readonly TracedEvent[]> {
  const reader = createEventReader(origin, createKeyIndex());
  const rows = createShownRows(longMember(container, paths.disclosures));
  let done = 0;
  for await (const texts of textSlices(expandSlices(longMember(container, paths.events), true))) {
    const events: TracedEvent[] = [];
    for (const text of texts) {
      const line: TraceLine = JSON.parse(text);
      const shown = await rows.upTo(line.seq);
      events.push(reader.read(line, Object.fromEntries(shown.map(({ field, value }) => [field, value]))));
    }
    done += events.length;
    yield events;
    await pause("rules", done, 0);
  }
}
