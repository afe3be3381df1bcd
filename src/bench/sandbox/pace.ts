import { z } from "zod";
import { codeLimits, type CodeRunner, type JsonValue } from "#engine";
import type { Bare } from "./bare.ts";

/**
 * Milliseconds, medians. `warm` is 1+1 with a spare ready, `cold` the same without one, `afterLoop` the same right after a run
 * was stopped in a loop; `json` is 1 MiB of JSON in and out. `bare` is the engine with a fresh instance and no walls, measured
 * in turns with them. `overrun` is how long after its deadline a run had ended: in a loop, and in one long built-in call.
 */
export const pace = z.strictObject({
  warmMs: z.number(),
  bareMs: z.number(),
  warmToBare: z.number(),
  jsonMs: z.number(),
  bareJsonMs: z.number(),
  jsonToBare: z.number(),
  coldMs: z.number(),
  afterLoopMs: z.number(),
  loopOverrunMs: z.number(),
  builtInOverrunMs: z.number(),
});
export type Pace = z.infer<typeof pace>;

type Warmable = CodeRunner & { warm(): Promise<void> };

const deadlineMs = 200;

/**
 * Before each measurement, with walls and without: a worker that has just said it is ready, and one that has just been ended, go on working for
 * a while, and code seldom starts in that moment.
 */
const settleMs = 50;

/** @param turns how often each is measured. */
export async function measurePace(runner: Warmable, bare: Bare, tick: () => number, turns: number): Promise<Pace> {
  const time = async (source: string, input: JsonValue = null, timeMs = 5_000) => {
    const limits = codeLimits.parse({ timeMs, valueBytes: 2 ** 21 });
    const request = { language: "javascript", source, input, tools: [], call: async () => null, limits } as const;
    const { signal } = new AbortController();
    const start = tick();
    await runner.run({ ...request, now: 0, seed: 0 }, signal);
    return tick() - start;
  };
  const timeBare = async (source: string, text: string) => {
    const start = tick();
    await bare(source, text);
    return tick() - start;
  };
  const found = new Map<string, number[]>();
  const note = (name: string, ms: number) => found.set(name, [...(found.get(name) ?? []), ms]);
  const rows = mebibyteOfRows();
  const ready = async () => {
    await runner.warm();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
  };
  for (let turn = 0; turn < turns; turn++) {
    await ready();
    note("warm", await time("return 1 + 1"));
    if (turn % 5 === 0) note("cold", await time("return 1 + 1"));
    await ready();
    note("bare", await timeBare("JSON.stringify(1 + 1)", ""));
    if (turn % 3 !== 0) continue;
    await ready();
    note("json", await time("return input", rows));
    await ready();
    // The text is made and read back as the sandbox's caller has to: from a value, to a value.
    note("bareJson", await timeJson(bare, rows, tick));
  }
  const medianOf = (name: string) => median(found.get(name) ?? []);
  const loopOverrunMs = round((await time("while (true) {}", null, deadlineMs)) - deadlineMs);
  const afterLoopMs = round(await time("return 1 + 1"));
  await runner.warm();
  const builtIn = await time("return Array(1 << 27).join('abcdefgh').length", null, deadlineMs);
  return {
    warmMs: round(medianOf("warm")),
    bareMs: round(medianOf("bare")),
    warmToBare: ratio(medianOf("warm"), medianOf("bare")),
    jsonMs: round(medianOf("json")),
    bareJsonMs: round(medianOf("bareJson")),
    jsonToBare: ratio(medianOf("json"), medianOf("bareJson")),
    coldMs: round(medianOf("cold")),
    afterLoopMs,
    loopOverrunMs,
    builtInOverrunMs: round(builtIn - deadlineMs),
  };
}

async function timeJson(bare: Bare, rows: JsonValue, tick: () => number): Promise<number> {
  const start = tick();
  JSON.parse(await bare("JSON.stringify(JSON.parse(text))", JSON.stringify(rows)));
  return tick() - start;
}

/** Rows as a table has them, 1 MiB of JSON text. */
function mebibyteOfRows(): JsonValue {
  const row = (at: number) => ({ id: at, name: `Customer ${at}`, city: "Köln", amount: at / 7, open: at % 3 === 0 });
  const size = JSON.stringify(Array.from({ length: 1_000 }, (_, at) => row(at))).length;
  return Array.from({ length: Math.floor((2 ** 20 / size) * 1_000) }, (_, at) => row(at));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ratio(value: number, floor: number): number {
  return Math.round((value / floor) * 100) / 100;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
