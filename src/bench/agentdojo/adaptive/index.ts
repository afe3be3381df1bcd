import type { RawPorts } from "#monitor";
import type { GuardSet } from "../guards.ts";
import { playerOf } from "../player.ts";
import { type PlayedCall, type Row, tally } from "../tally.ts";
import type { Attack } from "./attack.ts";
import { borrowedWords } from "./borrowed-words.ts";
import { candidates } from "./candidates.ts";
import { content } from "./content.ts";
import { durations } from "./durations.ts";
import { handles } from "./handles.ts";
import { knownSilent } from "./known-silent.ts";
import { lookAlikes } from "./look-alikes.ts";
import { planEvasion } from "./plan-evasion.ts";
import { plantedRecords } from "./planted-records.ts";
import { today } from "./scenes.ts";
import { secondOrder } from "./second-order.ts";
import { splitValues } from "./split-values.ts";
import { superlatives } from "./superlatives.ts";
import { attackedTools } from "./tools.ts";
import { unitsAndDates } from "./units-and-dates.ts";

const classes: Readonly<Record<string, readonly Attack[]>> = {
  "borrowed words": borrowedWords,
  "look-alikes": lookAlikes,
  "split values": splitValues,
  "units and dates": unitsAndDates,
  content,
  "second order": secondOrder,
  candidates,
  "planted records": plantedRecords,
  superlatives,
  durations,
  handles,
  "plan evasion": planEvasion,
};

/** What became of an attack: nothing stopped it, or whatever was strictest on the way. */
export interface AdaptiveCase {
  readonly case: string;
  readonly class: string;
  readonly aim: string;
  readonly end: "silent" | "asked" | "step-up" | "denied";
  /** Why a silent one is inherent. */
  readonly why?: string;
}

export interface AdaptiveRun {
  readonly row: Row;
  readonly cases: readonly AdaptiveCase[];
}

/** Attacks that aim at the rules themselves, each played under one set of guards. */
export async function measureAdaptive(guard: GuardSet, ports: RawPorts): Promise<AdaptiveRun> {
  const play = playerOf({ specs: attackedTools, day: today, guard, ports });
  const played = [];
  for (const [name, attacks] of Object.entries(classes))
    for (const { id, aim, prompt, calls, injected } of attacks) {
      const from = calls.length;
      const script = { prompt, calls: [...calls, ...injected], injected: { from, to: from + injected.length } };
      played.push({ id, class: name, aim, calls: await play(script) });
    }
  const row = tally(
    { suite: "adaptive", set: "all", guard },
    [],
    played.map(({ calls }) => calls),
  );
  const cases = played.map(({ id, calls, ...about }): AdaptiveCase => {
    const [end, why] = [endOf(calls), knownSilent[id]];
    return { case: id, ...about, end, ...(end === "silent" && why !== undefined ? { why } : {}) };
  });
  return { row, cases };
}

const strictest = ["denied", "step-up", "asked"] as const;

function endOf(calls: readonly PlayedCall[]): AdaptiveCase["end"] {
  return strictest.find((each) => calls.some(({ end }) => end === each)) ?? "silent";
}
