import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { StepMark, TraceFilter, TraceLine, TraceTurn } from "../trace/index.ts";
import { outcomeOf } from "./findings.ts";
import { logOf } from "./log.ts";
import type { Reading } from "./reading.ts";
import { clock } from "./times.ts";
import { filtersOf, tell } from "./trace-line.ts";
import type { Told } from "./told.ts";

/** The whole trace, told once; filtering it again costs nothing. */
export interface ToldTrace {
  readonly marks: readonly StepMark[];
  readonly counts: Readonly<Record<TraceFilter, number>>;
  turns(filter: TraceFilter): readonly TraceTurn[];
}

interface ToldEvent {
  readonly event: RunEvent;
  readonly told: Told;
  readonly filters: readonly TraceFilter[];
}

export function tellTrace(events: readonly RunEvent[], reading: Reading): ToldTrace {
  const log = logOf(events);
  const all = events.map((event): ToldEvent => ({ event, told: tell(event, log, reading), filters: filtersOf(event) }));
  const shown = all.filter(({ told }) => told.isPlumbing !== true);
  const counted = (filter: TraceFilter) =>
    filter === "all" ? events.length : shown.filter(({ filters }) => filters.includes(filter)).length;
  return {
    marks: all.map(({ event, told }) => ({ seq: event.seq, signal: told.signal })),
    counts: {
      all: counted("all"),
      guards: counted("guards"),
      tools: counted("tools"),
      decisions: counted("decisions"),
    },
    turns: (filter) => turnsOf(all, filter, reading),
  };
}

/** What stands before the first message belongs to the first turn, what stands after the last one to the last. */
function turnsOf(all: readonly ToldEvent[], filter: TraceFilter, reading: Reading): readonly TraceTurn[] {
  const groups: ToldEvent[][] = [[]];
  for (const each of all) {
    const isNext = each.event.kind === "turn.start" && each.event.attrs.turn > 1;
    if (isNext) groups.push([]);
    groups.at(-1)?.push(each);
  }
  return groups.flatMap((group, at): TraceTurn[] => {
    const first = group.find(({ event }) => event.kind === "message")?.event ?? group[0]?.event;
    if (first === undefined) return [];
    const said = isKind(first, "message") ? `“${first.values.content ?? "…"}”` : "";
    const lines = linesOf(
      group.filter(({ told, filters }) => told.isPlumbing !== true && filters.includes(filter)),
      reading,
    );
    return [{ number: at + 1, quote: said, time: clock(first.time, reading.words), stepCount: group.length, lines }];
  });
}

/** Checks that found nothing and follow each other are one line; every one of them stays in the log and the overview. */
function linesOf(group: readonly ToldEvent[], reading: Reading): readonly TraceLine[] {
  const lines: TraceLine[] = [];
  let clean = 0;
  for (const { event, told } of group) {
    const isClean = isKind(event, "guardrail.result") && outcomeOf(event) === "passed";
    clean = isClean ? clean + 1 : 0;
    const { text, icon, tone, depth, duration } = told;
    const line = { seq: event.seq, icon, tone, depth, text, ...(duration !== undefined && { duration }) };
    if (clean < 2) {
      lines.push(line);
      continue;
    }
    const before = lines.pop();
    lines.push({ ...line, seq: before?.seq ?? event.seq, text: reading.words.line.checked(clean) });
  }
  return lines;
}
