import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import { isNarrowing } from "../trace/trace-data.ts";
import type { StepMark, TraceLine, TraceRow, TraceTurn, TraceWish } from "../trace/trace-data.ts";
import { growingLinks } from "./causes.ts";
import type { CauseLinks } from "./causes.ts";
import { growingLog } from "./log.ts";
import type { Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { tell } from "./trace-line.ts";
import { isWished, traitsOf } from "./trace-parts.ts";
import type { StepTraits } from "./trace-parts.ts";
import { growingTurns } from "./trace-turns.ts";
import type { TurnSpan } from "./trace-turns.ts";

/**
 * A whole trace as lists need it, growing while its pages come: of each step only what decides where it is shown. A sentence
 * is told when its row is seen, so that 100,000 steps cost what the eye can read.
 */
export interface TraceIndex {
  readonly reading: Reading;
  readonly log: Log;
  readonly links: CauseLinks;
  readonly marks: readonly StepMark[];
  /** `cut` names the steps of which values were shortened or left out. */
  add(events: readonly RunEvent[], cut?: readonly number[]): void;
  readonly isCut: (seq: number) => boolean;
  /** The rows under these wishes, without the steps of turns that are shut. */
  rows(wish: TraceWish, shut: ReadonlySet<number>): readonly TraceRow[];
  /** How many steps a choice shows; all steps for the whole trace. */
  count(wish: TraceWish): number;
  readonly line: (row: TraceRow & { kind: "step" }) => TraceLine;
  readonly turn: (number: number) => TraceTurn;
}

export function createTraceIndex(reading: Reading): TraceIndex {
  const log = growingLog();
  const links = growingLinks(log);
  const turns = growingTurns();
  const traits: StepTraits[] = [];
  const marks: StepMark[] = [];
  const cutSteps = new Set<number>();
  const parts = { log, traits };
  return {
    reading,
    log,
    links,
    marks,
    isCut: (seq) => cutSteps.has(seq),
    add(events, cut = []) {
      for (const seq of cut) cutSteps.add(seq);
      log.add(events);
      links.add(events);
      for (const event of events) {
        const told = tell(event, log, reading);
        turns.add(event);
        traits.push(traitsOf(event, told, reading));
        marks.push({ seq: event.seq, signal: told.signal });
      }
    },
    rows: (wish, shut) =>
      turns.all.flatMap((turn, at) => {
        const steps = shut.has(at + 1) && !isNarrowing(wish) ? [] : stepsOf(turn, wish, parts);
        const isEmpty = steps.length === 0 && (isNarrowing(wish) || wish.filter !== "all");
        return isEmpty ? [] : [{ kind: "turn" as const, number: at + 1 }, ...steps];
      }),
    count(wish) {
      if (!isNarrowing(wish) && wish.filter === "all") return log.events.length;
      let found = 0;
      for (let place = 0; place < marks.length; place += 1) if (isShown(place, wish, parts)) found += 1;
      return found;
    },
    line({ seq, checks }) {
      const event = log.step(seq);
      if (event === undefined) return { seq, icon: "box", tone: "logic", text: "", depth: 0 };
      const { icon, tone, text, depth, duration } = tell(event, log, reading);
      const said = checks > 1 ? reading.words.line.checked(checks) : text;
      return { seq, icon, tone, depth, text: said, ...(duration !== undefined && { duration }) };
    },
    turn: (number) => turns.head(number, reading),
  };
}

interface Parts {
  readonly log: Log;
  readonly traits: readonly StepTraits[];
}

function isShown(place: number, wish: TraceWish, { log, traits }: Parts): boolean {
  const [event, each] = [log.events[place], traits[place]];
  if (event === undefined || each === undefined) return false;
  if (!isWished(event.seq, each, wish)) return false;
  if (isNarrowing(wish)) return true;
  // A call without its answer is shown; with it, the answer says it all.
  return isKind(event, "tool.call") ? log.find("tool.result", event.key) === undefined : !each.isPlumbing;
}

/** Checks that found nothing and follow each other are one line, unless somebody looks for single steps. */
function stepsOf({ from, steps }: TurnSpan, wish: TraceWish, parts: Parts): readonly TraceRow[] {
  const rows: TraceRow[] = [];
  let clean = 0;
  for (let place = from; place < from + steps; place += 1) {
    const event = parts.log.events[place];
    if (event === undefined || !isShown(place, wish, parts)) continue;
    clean = parts.traits[place]?.isClean === true && !isNarrowing(wish) ? clean + 1 : 0;
    const before = clean > 1 ? rows.pop() : undefined;
    rows.push({ kind: "step", seq: before?.kind === "step" ? before.seq : event.seq, checks: clean });
  }
  return rows;
}
