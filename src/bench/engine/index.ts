import { createMonitor } from "#monitor";
import { machine, type Machine } from "../machine/index.ts";
import { createBareGate } from "./bare-gate.ts";
import { decisionFigures } from "./decision.ts";
import { chainFlow, chatFlow, codeFlow } from "./flows.ts";
import { medians, plainTurn, planOf, sealedTurn } from "./turn.ts";
import { createWorld, shop, timedPolicy, words, type Talk } from "./world.ts";

/** Milliseconds, medians. `unguarded` is the same engine without a guard and with a plain log, in the same process. */
export interface EngineRow {
  readonly case: string;
  readonly unguarded: number;
  readonly guarded: number;
  /** What each pillar adds. `autonomy` holds the gate itself: labels, limits, provenance. */
  readonly firewall: number;
  readonly privileges: number;
  readonly autonomy: number;
  readonly trace: number;
}

export interface EngineBench {
  readonly bench: "engine";
  readonly machine: Machine;
  readonly figures: {
    /** A chat turn over a zero-delay model with all guards on. */
    readonly turnMs: number;
    readonly turnUnguardedMs: number;
    /** The tenth turn of one chat: its history is inspected again. */
    readonly tenthTurnMs: number;
    readonly dataNodeMs: number;
    readonly dataNodeUnsealedMs: number;
    /** Labels, policy and grant of one tool call, their events included: in the first message of a chat, and in the hundredth. */
    readonly decisionMs: number;
    readonly decisionHundredthMs: number;
    /** A step of custom code with a spare sandbox ready. */
    readonly codeNodeMs: number;
  };
  readonly rows: readonly EngineRow[];
}

const samples = 40;
const chainLength = 50;

/** Measures our own time in a chat turn, per pillar, per data node and per code node. About half a minute. */
export async function runEngineBench(): Promise<EngineBench> {
  const world = await createWorld();
  const { policy, spentMs } = timedPolicy(world.policy);
  const raw = { ...world, tools: shop, policy };
  const answer = await chatRow("answer", raw, spentMs);
  const rows = [answer, await chatRow("look up", raw, spentMs)];
  const figures = {
    turnMs: answer.guarded,
    turnUnguardedMs: answer.unguarded,
    ...(await lineFigures(raw)),
    ...(await decisionFigures(raw)),
    codeNodeMs: await codeFigure(raw, world.code),
  };
  await world.code.close();
  return { bench: "engine", machine: machine(), figures: roundAll(figures), rows: rows.map(roundAll) };
}

async function lineFigures(raw: Raw) {
  const bare = createBareGate(raw);
  const [short, long] = [planOf(chainFlow(0)), planOf(chainFlow(chainLength))];
  const of = await medians(
    {
      tenth: () => sealedTurn(chatFlow("on"), raw, words.answer, 10),
      shortSealed: () => sealedTurn(chainFlow(0), raw, words.answer),
      longSealed: () => sealedTurn(chainFlow(chainLength), raw, words.answer),
      shortPlain: () => plainTurn(short, bare, words.answer),
      longPlain: () => plainTurn(long, bare, words.answer),
    },
    15,
  );
  return {
    tenthTurnMs: of("tenth"),
    dataNodeMs: (of("longSealed") - of("shortSealed")) / chainLength,
    dataNodeUnsealedMs: (of("longPlain") - of("shortPlain")) / chainLength,
  };
}

async function codeFigure(raw: Raw, code: Awaited<ReturnType<typeof createWorld>>["code"]): Promise<number> {
  const of = await medians(
    {
      async with() {
        await code.warm();
        return sealedTurn(codeFlow(), raw, words.answer);
      },
      without: () => sealedTurn(chainFlow(0), raw, words.answer),
    },
    15,
  );
  return of("with") - of("without");
}

type Raw = Parameters<typeof createMonitor>[0];

async function chatRow(talk: Talk, raw: Raw, spentMs: () => number): Promise<EngineRow> {
  const text = words[talk];
  const on = planOf(chatFlow("on"));
  const off = planOf(chatFlow("off"));
  const bare = createBareGate(raw);
  const monitor = createMonitor(raw);
  const rules: number[] = [];
  const of = await medians(
    {
      unguarded: () => plainTurn(on, bare, text),
      withoutFirewall: () => plainTurn(off, monitor, text),
      async withoutTrace() {
        spentMs();
        const spent = await plainTurn(on, monitor, text);
        rules.push(spentMs());
        return spent;
      },
      guarded: () => sealedTurn(chatFlow("on"), raw, text),
    },
    samples,
  );
  const privileges = rules.sort((a, b) => a - b)[Math.floor(rules.length / 2)] ?? 0;
  return {
    case: talk === "answer" ? "chat turn" : "chat turn with a tool",
    unguarded: of("unguarded"),
    guarded: of("guarded"),
    firewall: of("withoutTrace") - of("withoutFirewall"),
    privileges,
    autonomy: of("withoutFirewall") - of("unguarded") - privileges,
    trace: of("guarded") - of("withoutTrace"),
  };
}

function roundAll<T extends object>(row: T): T {
  const round = (value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
  return Object.assign(
    { ...row },
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, round(value)])),
  );
}
