import { z } from "zod";

/** One thing against the plain way to do something like it, in turns within one process. */
export const ratioRow = z.strictObject({
  what: z.string(),
  events: z.number(),
  rounds: z.number(),
  /** Events a second, median over the rounds. */
  ours: z.number(),
  plain: z.number(),
  /** Ours through plain, of the medians; for an export, how many times as long it takes. */
  ratio: z.number(),
  /** The same of the best round of each: what other work on the machine disturbed least. */
  best: z.number(),
});

export type RatioRow = z.infer<typeof ratioRow>;

/** Seconds. */
interface Taken {
  readonly median: number;
  readonly best: number;
}

/** What each takes in rounds in which every one has its turn, after one round that does not count. */
export async function inTurns<const Works extends readonly (() => Promise<unknown>)[]>(
  works: Works,
  rounds: number,
): Promise<{ [At in keyof Works]: Taken }>;
export async function inTurns(works: readonly (() => Promise<unknown>)[], rounds: number): Promise<Taken[]> {
  const taken = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (round > 0) taken[at]?.push((performance.now() - start) / 1000);
    }
  return taken.map((times) => ({ median: median(times), best: Math.min(...times) }));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How many times as fast as the plain way. */
export function speedRow(what: string, events: number, rounds: number, ours: Taken, plain: Taken): RatioRow {
  return {
    ...ratesOf(what, events, rounds, ours, plain),
    ratio: hundredths(plain.median / ours.median),
    best: hundredths(plain.best / ours.best),
  };
}

/** How many times as long as the plain way. */
export function lengthRow(what: string, events: number, rounds: number, ours: Taken, plain: Taken): RatioRow {
  return {
    ...ratesOf(what, events, rounds, ours, plain),
    ratio: hundredths(ours.median / plain.median),
    best: hundredths(ours.best / plain.best),
  };
}

function ratesOf(what: string, events: number, rounds: number, ours: Taken, plain: Taken) {
  return { what, events, rounds, ours: Math.round(events / ours.median), plain: Math.round(events / plain.median) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
