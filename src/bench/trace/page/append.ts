import { Dexie, type Table } from "dexie";
import { createDexieTraceStore, openDatabases } from "#store";
import type { RunBatch } from "#pillars/trace";
import { inTurns, speedRow, type RatioRow } from "../in-turns.ts";
import { turnSteps, type RecordedRun } from "../recorded-run.ts";

const rounds = 9;
const linesARound = 50 * turnSteps;

/** Lines that are written together, from one place in the run to another. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly durability: RunBatch["durability"];
}

/**
 * Appending as the app's store does it, where the head is compared and moved, beside adding the same lines and values to a table of a
 * database of the same kind without looking at anything: as many in a transaction, and as safely on disk.
 */
export async function appendRatios(run: RecordedRun): Promise<RatioRow[]> {
  return [
    await appendRatio("append as a turn does", run, turnGroups),
    await appendRatio("append one by one", run, (from) => groupsOf(from, 1)),
    await appendRatio("append fifty by fifty", run, (from) => groupsOf(from, 50)),
  ];
}

async function appendRatio(
  what: string,
  run: RecordedRun,
  groupsFrom: (from: number) => readonly Group[],
): Promise<RatioRow> {
  const [ours, plain] = [await sealedLog(run, what), plainLog(run)];
  const write = (add: (group: Group) => Promise<void>) => {
    let from = turnSteps;
    return async () => {
      for (const group of groupsFrom(from)) await add(group);
      from += linesARound;
    };
  };
  const [sealed, unchecked] = await inTurns([write(ours.add), write(plain.add)], rounds);
  await Promise.all([ours.remove(), plain.remove()]);
  return speedRow(`${what}, beside an unchecked add`, linesARound, rounds, sealed, unchecked);
}

/** Of a turn, the first step is on disk before anything follows from it; the second is written while the rest gathers behind it. */
function turnGroups(from: number): Group[] {
  return starts(from, turnSteps).flatMap((at) => [
    { from: at, to: at + 1, durability: "strict" as const },
    { from: at + 1, to: at + 2, durability: "relaxed" as const },
    { from: at + 2, to: at + turnSteps, durability: "relaxed" as const },
  ]);
}

function groupsOf(from: number, size: number): Group[] {
  return starts(from, size).map((at) => ({ from: at, to: at + size, durability: "relaxed" }));
}

function starts(from: number, step: number): number[] {
  return Array.from({ length: linesARound / step }, (_, at) => from + at * step);
}

async function sealedLog(run: RecordedRun, name: string) {
  const databases = openDatabases(`bench ${name}`);
  const store = createDexieTraceStore(databases);
  const origin = `${run.origin} ${name}`;
  const values = Map.groupBy(run.disclosures, ({ seq }) => seq);
  const add = async ({ from, to, durability }: Group) => {
    const lines = run.lines.slice(from, to);
    const disclosures = lines.flatMap((_, at) => values.get(from + at) ?? []);
    await store.append(origin, { expected: headAt(run, from), lines, disclosures, head: headAt(run, to), durability });
  };
  const first = run.lines.slice(0, turnSteps);
  const expected = { size: 0, prev: "" };
  await store.append(origin, {
    expected,
    lines: first,
    disclosures: [],
    head: headAt(run, turnSteps),
    durability: "strict",
  });
  const remove = async () => {
    databases.close();
    await Dexie.delete(databases.name);
  };
  return { add, remove };
}

/** Where the log ends before a line: the line says it. */
function headAt({ lines }: RecordedRun, size: number) {
  const { prev }: { readonly prev: string } = JSON.parse(lines[size] ?? '{"prev":""}');
  return { size, prev };
}

type PlainRow = { readonly line: string; readonly values: readonly string[] };

function plainLog(run: RecordedRun) {
  const values = Map.groupBy(run.disclosures, ({ seq }) => seq);
  const tables = { strict: plainTable("strict"), relaxed: plainTable("relaxed") };
  const add = async ({ from, to, durability }: Group) => {
    const rows = run.lines.slice(from, to).map((line, at) => ({
      line,
      values: (values.get(from + at) ?? []).map(({ text }) => text),
    }));
    const [row] = rows;
    const { table } = tables[durability];
    if (rows.length === 1 && row !== undefined) await table.add(row);
    else await table.bulkAdd(rows);
  };
  const remove = async () => {
    for (const { database } of Object.values(tables)) database.close();
    await Dexie.delete(tables.strict.database.name);
  };
  return { add, remove };
}

function plainTable(durability: RunBatch["durability"]) {
  const database = new Dexie("bench plain", { chromeTransactionDurability: durability });
  database.version(1).stores({ log: "++" });
  const table: Table<PlainRow, number> = database.table("log");
  return { database, table };
}
