import type { RunWords } from "../messages/run/index.ts";
import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { TraceTurn } from "../trace/trace-data.ts";
import type { Reading } from "./reading.ts";
import { clock } from "./times.ts";

/** One turn as places in the log. */
export interface TurnSpan {
  readonly from: number;
  readonly steps: number;
}

/** The turns of a growing log. What stands before the first message belongs to the first, what stands after the last to the last. */
export interface Turns {
  readonly all: readonly TurnSpan[];
  add(event: RunEvent): void;
  /** What stands over the steps of a turn, which are counted from 1. */
  head(number: number, reading: Reading): TraceTurn;
}

interface Turn extends TurnSpan {
  steps: number;
  /** The first message, else the first step. */
  opening: RunEvent;
}

export function growingTurns(): Turns {
  const all: Turn[] = [];
  let place = 0;
  return {
    all,
    add(event) {
      const before = all.at(-1);
      const isNext = isKind(event, "turn.start") && event.attrs.turn > 1;
      const turn = before === undefined || isNext ? { from: place, steps: 0, opening: event } : before;
      if (turn !== before) all.push(turn);
      if (isKind(event, "message") && !isKind(turn.opening, "message")) turn.opening = event;
      turn.steps += 1;
      place += 1;
    },
    head(number, { words }) {
      const turn = all[number - 1];
      const said = turn?.opening;
      return {
        number,
        quote: said !== undefined && isKind(said, "message") ? saidIn(said.values.content, words) : "",
        time: said === undefined ? "" : clock(said.time, words),
        stepCount: turn?.steps ?? 0,
      };
    },
  };
}

/** What was said in a message, or that it is gone. */
export function saidIn(content: string | undefined, words: RunWords): string {
  return content === undefined ? words.why.erased : words.quoted(content);
}
