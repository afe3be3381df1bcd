import { emptyFlow, type RunEvent } from "#engine";
import { formatVkey, openRunLog, type EventDraft, type StoredDisclosure } from "#pillars/trace";
import { createDexieTraceStore, openDatabases, type Databases, type ShelvedRun } from "#store";
import { generatePair, signerOf } from "#hosts/workspace";
import { afterEach, expect, test, vi } from "vitest";
import { createRunReader } from "./index.ts";

const opened: Databases[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const databases of opened.splice(0)) {
    databases.close();
    indexedDB.deleteDatabase(databases.name);
  }
});

const origin = "workspace/run/long";
/** The one step whose value is longer than a list keeps. */
const long = { seq: 700, text: "x".repeat(5_000) };

const opening: EventDraft = {
  kind: "run.open",
  key: "run",
  actor: { type: "system", ref: "engine" },
  attrs: { flowDigest: "f", policyDigest: "p", engine: "1", models: [], host: "browser", seed: 1 },
  values: { flowTitle: "Shop" },
};

function step(seq: number): EventDraft {
  const text = seq === long.seq ? long.text : `step ${seq}`;
  const actor = { type: "system", ref: "engine" } as const;
  return { kind: "turn.end", key: `t${seq}`, actor, attrs: { turn: seq, status: "done" }, values: { sentence: text } };
}

/** A run of so many steps in a database of its own, signed as far as it goes. */
async function stored(size: number): Promise<{ databases: Databases; run: ShelvedRun }> {
  const databases = openDatabases(`reader-${crypto.randomUUID()}`);
  opened.push(databases);
  const signer = await signerOf(origin, await generatePair(false), formatVkey);
  const log = openRunLog(undefined, {
    origin,
    signer,
    salt: () => crypto.getRandomValues(new Uint8Array(16)),
    clock: { now: () => 0, monoUs: () => 0 },
  });
  const lines: string[] = [];
  const disclosures: StoredDisclosure[] = [];
  const expected = { size: 0, prev: log.state().prev };
  for (let seq = 0; seq < size; seq += 1) {
    const appended = log.append(seq === 0 ? opening : step(seq));
    lines.push(appended.line);
    disclosures.push(...appended.disclosures);
  }
  const head = { size, prev: log.state().prev };
  const checkpoint = await log.checkpoint();
  const batch = { expected, lines, disclosures, head, checkpoint, durability: "strict" } as const;
  await createDexieTraceStore(databases).append(origin, batch);
  const run = { runId: "long", origin, flow: emptyFlow("f", "Shop"), vkey: signer.vkey, createdAt: 0 };
  return { databases, run };
}

/** What is read before it ends or breaks, and why it broke. */
async function readAll({ databases, run }: Awaited<ReturnType<typeof stored>>) {
  const events: RunEvent[] = [];
  const cut: number[] = [];
  let problem: unknown;
  try {
    for await (const page of createRunReader(databases).pages(run)) {
      events.push(...page.events);
      cut.push(...page.cut);
    }
  } catch (thrown) {
    problem = thrown;
  }
  return { events, cut, problem };
}

test("a long run is read to its end by a worker, each step once and in order, with long values cut", async () => {
  const workers = vi.spyOn(globalThis, "Worker");
  const written = await stored(1_500);
  const { events, cut, problem } = await readAll(written);
  expect(problem).toBeUndefined();
  expect(workers).toHaveBeenCalledTimes(1);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 1_500 }, (_, seq) => seq));
  expect(events[1_234]).toMatchObject({ key: "t1234", values: { sentence: "step 1234" } });
  expect(cut).toEqual([long.seq]);
  expect(events[long.seq]?.values).not.toEqual({ sentence: long.text });
  const whole = await createRunReader(written.databases).step(written.run, long.seq);
  expect(whole?.values).toEqual({ sentence: long.text });
});

test("a run that fits one page starts no worker", async () => {
  const workers = vi.spyOn(globalThis, "Worker");
  const { events, problem } = await readAll(await stored(200));
  expect(problem).toBeUndefined();
  expect(events).toHaveLength(200);
  expect(workers).not.toHaveBeenCalled();
});

test("whoever stops reading ends the worker", async () => {
  const ended = vi.spyOn(Worker.prototype, "terminate");
  const { databases, run } = await stored(1_500);
  let pages = 0;
  for await (const _ of createRunReader(databases).pages(run)) {
    pages += 1;
    if (pages === 2) break;
  }
  expect(ended).toHaveBeenCalledTimes(1);
});

test.each([
  [
    "line that was changed",
    async ({ relaxed }: Databases) => {
      const row = await relaxed.lines.get([origin, 900]);
      if (row !== undefined) await relaxed.lines.put({ ...row, line: row.line.replace('"turn":900', '"turn":901') });
    },
  ],
  ["line that is missing", async ({ relaxed }: Databases) => relaxed.lines.delete([origin, 900])],
  [
    "value that is not what was sealed",
    async ({ relaxed }: Databases) => {
      const other = await relaxed.disclosures.get([origin, 901, "sentence"]);
      if (other !== undefined) await relaxed.disclosures.put({ ...other, seq: 900 });
    },
  ],
  [
    "signed state of another log",
    async ({ relaxed }: Databases) => {
      const row = await relaxed.checkpoints.get([origin, 1_500]);
      if (row !== undefined) await relaxed.checkpoints.put({ ...row, note: row.note.replace("\n1500\n", "\n1499\n") });
    },
  ],
])("nothing is told of a %s", async (_what, tamper) => {
  const written = await stored(1_500);
  await tamper(written.databases);
  const { events, problem } = await readAll(written);
  expect(problem).toMatchObject({ name: "TraceError" });
  expect(events.every(({ seq }) => seq < 900)).toBe(true);
});

test("an erased value is absent, and the rest is read on", async () => {
  const written = await stored(1_500);
  await written.databases.relaxed.disclosures.delete([origin, 900, "sentence"]);
  const { events, problem } = await readAll(written);
  expect(problem).toBeUndefined();
  expect(events[900]?.values).toEqual({});
  expect(events).toHaveLength(1_500);
});
