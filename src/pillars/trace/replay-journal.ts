import { openDisclosure, type StoredDisclosure } from "./disclosure.ts";
import type { EventDraft, TracedEvent } from "./event.ts";
import type { Journal } from "./journal.ts";
import { readLine } from "./line.ts";
import { openRunLog } from "./log.ts";
import { formatVkey } from "./signed-note.ts";
import { parseTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";

/** The first step at which a replay parts from its record. */
export interface ReplayDifference {
  readonly seq: number;
  /** The recorded line, or undefined when the replay goes on after the record's end. */
  readonly recorded: string | undefined;
  /** The line that the replay built, or undefined when it ended before the record. */
  readonly replayed: string | undefined;
}

export interface ReplayJournal extends Journal {
  /** The first difference so far; undefined while all lines are equal byte for byte. */
  difference(): ReplayDifference | undefined;
  /** Call when the replay is over: a record that goes on is a difference too. */
  end(): ReplayDifference | undefined;
}

const noSalt = new Uint8Array(16);

/**
 * A journal that writes nothing: it rebuilds each line with the recorded time and salts and compares it with the record.
 * Signatures are not remade. Appending a value whose record was erased or withheld throws TraceError `erased`.
 * After the first difference it goes on without comparing, so that a changed flow can be followed to its end.
 */
export function createReplayJournal(options: {
  readonly origin: string;
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
  readonly onEvent?: (event: TracedEvent) => void;
}): ReplayJournal {
  const { origin, lines, onEvent } = options;
  const salts = new Map(
    options.disclosures.map((each) => [`${each.seq} ${each.field}`, openDisclosure(each.text).salt]),
  );
  const recorded = lines.map((text) => readLine(text));
  let difference: ReplayDifference | undefined;
  let next = 0;
  const at = () => recorded[next] ?? recorded.at(-1);

  const log = openRunLog(undefined, {
    origin,
    signer: { vkey: formatVkey(origin, new Uint8Array(32)), sign: () => Promise.reject(new TraceError("unsealed")) },
    salt: ({ seq, field }) => {
      const salt = salts.get(`${seq} ${field}`);
      if (salt === undefined && difference === undefined && recorded[seq]?.sd[field] !== undefined) {
        throw new TraceError("erased", `step ${seq}, ${field}`);
      }
      return salt ?? noSalt;
    },
    clock: { now: () => parseTime(at()?.time ?? "") ?? 0, monoUs: () => at()?.mono_us ?? 0 },
  });

  async function append(draft: EventDraft): Promise<TracedEvent> {
    const { line, seq, event } = log.append(draft);
    next++;
    if (line !== lines[seq]) difference ??= { seq, recorded: lines[seq], replayed: line };
    onEvent?.(event);
    return event;
  }

  function end(): ReplayDifference | undefined {
    if (next < lines.length) difference ??= { seq: next, recorded: lines[next], replayed: undefined };
    return difference;
  }

  const nothing = () => Promise.resolve();
  return {
    origin,
    append,
    flush: nothing,
    seal: nothing,
    size: () => next,
    difference: () => difference,
    end,
  };
}
