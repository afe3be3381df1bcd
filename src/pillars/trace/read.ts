import { openDisclosure, type StoredDisclosure } from "./disclosure.ts";
import type { JsonValue, TracedEvent } from "./event.ts";
import { readLine, spanId, type TraceLine } from "./line.ts";
import type { Sha256 } from "./merkle.ts";
import { parseTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";

/** Turns stored lines into events, one after the other; values that are not disclosed are absent. */
export interface EventReader {
  read(line: TraceLine, values: Readonly<Record<string, JsonValue>>): TracedEvent;
}

/** Step keys by their span. */
export interface KeyIndex {
  get(span: string): string | undefined;
  set(span: string, key: string): unknown;
}

export function createEventReader(origin: string, keys: KeyIndex = new Map<string, string>()): EventReader {
  function parentKey(line: TraceLine): string | undefined {
    if (line.parent_span_id === "") return undefined;
    const seen = keys.get(line.parent_span_id);
    if (seen !== undefined) return seen;
    // A parent that recorded nothing itself is mostly the start of the key: `t1/agent` of `t1/agent/0`.
    for (let end = line.key.lastIndexOf("/"); end > 0; end = line.key.lastIndexOf("/", end - 1)) {
      if (spanId(origin, line.key.slice(0, end)) === line.parent_span_id) return line.key.slice(0, end);
    }
    return undefined;
  }

  function read(line: TraceLine, values: Readonly<Record<string, JsonValue>>): TracedEvent {
    keys.set(line.span_id, line.key);
    const parent = parentKey(line);
    return {
      kind: line.kind,
      key: line.key,
      ...(line.node.id === "" ? {} : { node: line.node }),
      ...(parent === undefined ? {} : { parent }),
      actor: line.actor,
      attrs: line.attrs,
      values,
      seq: line.seq,
      time: parseTime(line.time) ?? 0,
      digests: line.sd,
    };
  }

  return { read };
}

/** All events of a run, or of a part of it. Trusts nothing: throws TraceError for a line or value that is not in form. */
export function readEvents(
  origin: string,
  lines: Iterable<string>,
  disclosures: Iterable<StoredDisclosure>,
): TracedEvent[] {
  const bySeq = Map.groupBy(disclosures, (disclosure) => disclosure.seq);
  const reader = createEventReader(origin);
  return Array.from(lines, (text) => {
    const line = readLine(text);
    return reader.read(line, openValues(line, bySeq.get(line.seq) ?? []));
  });
}

/** The disclosed values of one line; throws TraceError `bad-disclosure` unless each one has its digest in the line. */
export function openValues(
  line: TraceLine,
  disclosures: readonly StoredDisclosure[],
  hash?: Sha256,
): Record<string, JsonValue> {
  return Object.fromEntries(
    disclosures.map(({ text }) => {
      const { field, value, digest } = openDisclosure(text, hash);
      if (line.sd[field] !== digest) throw new TraceError("bad-disclosure", `step ${line.seq}, ${field}`);
      return [field, value];
    }),
  );
}
