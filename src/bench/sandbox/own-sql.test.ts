import { afterAll, expect, test } from "vitest";
import type { CodeRunner } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import type { AttackRow } from "./attack.ts";
import { judgeAttack } from "./judge.ts";
import { ownAttacks } from "./own-attacks.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

/** Those that wait for a limit take seconds each. */
const slow = new Set(["sql-memory", "sql-time"]);

/** Every fifth: `gatehouse bench sandbox` plays all of them, on both hosts. */
async function play(against: CodeRunner, of: (kind: string) => boolean): Promise<AttackRow[]> {
  const all = (await ownAttacks()).filter(({ language, class: kind }) => language === "sql" && of(kind));
  const rows: AttackRow[] = [];
  for (const attack of all.filter((_, at) => at % 5 === 0))
    rows.push(await judgeAttack(attack, against, "canary-for-the-test", () => 0));
  return rows;
}

test("no query gets out, and each ends as it was foreseen", async () => {
  const rows = await play(runner, (kind) => !slow.has(kind));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ match, verdict }) => !match || verdict !== "contained")).toEqual([]);
});

test("a sandbox that forgets what was granted is caught", async () => {
  const forgetful: CodeRunner = {
    run: ({ reads: _reads, ...request }, signal) => runner.run(request, signal),
  };
  const rows = await play(forgetful, (kind) => kind === "sql-ungranted");
  expect(rows.filter(({ verdict }) => verdict === "escaped").length).toBeGreaterThan(2);
});
