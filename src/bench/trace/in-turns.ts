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
  /** The same of processor time, of all threads and of the medians, where the platform tells it: what depends least on other work. */
  processor: z.number().optional(),
});

export type RatioRow = z.infer<typeof ratioRow>;

/** Seconds. */
interface Taken {
  readonly median: number;
  readonly best: number;
  readonly processor: number | undefined;
}

/** Seconds of processor time that this process has used so far. */
export type ProcessorClock = () => number;

/** What each takes in rounds in which every one has its turn, after one round that does not count. */
export async function inTurns<const Works extends readonly (() => Promise<unknown>)[]>(
  works: Works,
  rounds: number,
  processor?: ProcessorClock,
): Promise<{ [At in keyof Works]: Taken }>;
export async function inTurns(
  works: readonly (() => Promise<unknown>)[],
  rounds: number,
  processor: ProcessorClock = () => Number.NaN,
): Promise<Taken[]> {
  const taken = works.map((): { readonly wall: number; readonly processor: number }[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, work] of works.entries()) {
      const start = { wall: performance.now(), processor: processor() };
      await work();
      const wall = (performance.now() - start.wall) / 1000;
      if (round > 0) taken[at]?.push({ wall, processor: processor() - start.processor });
    }
  return taken.map((rows) => {
    const walls = rows.map(({ wall }) => wall);
    const used = median(rows.map((row) => row.processor));
    return { median: median(walls), best: Math.min(...walls), processor: Number.isNaN(used) ? undefined : used };
  });
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
    ...processorOf(plain, ours),
  };
}

/** How many times as long as the plain way. */
export function lengthRow(what: string, events: number, rounds: number, ours: Taken, plain: Taken): RatioRow {
  return {
    ...ratesOf(what, events, rounds, ours, plain),
    ratio: hundredths(ours.median / plain.median),
    best: hundredths(ours.best / plain.best),
    ...processorOf(ours, plain),
  };
}

function processorOf(dividend: Taken, divisor: Taken): Pick<RatioRow, "processor"> {
  if (dividend.processor === undefined || divisor.processor === undefined) return {};
  return { processor: hundredths(dividend.processor / divisor.processor) };
}

function ratesOf(what: string, events: number, rounds: number, ours: Taken, plain: Taken) {
  return { what, events, rounds, ours: Math.round(events / ours.median), plain: Math.round(events / plain.median) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
