import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { NodeTraceStore } from "#hosts/node";
import { isStrict } from "#pillars/trace";
import { expect, test } from "vitest";
import { z } from "zod";
import { gatehouse, jsonLines } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";
import { serveJson } from "./local-server.fixture.ts";
import { command } from "./spawn.fixture.ts";
import { toolFlow } from "./tool-flow.fixture.ts";

/** The whole measurement is 50. */
const kills = Number(process.env["GATEHOUSE_KILLS"] ?? 3);

/** About as many as the whole run prints. */
const printedLines = 34;

/** Each kill is a process of its own; compiling every module anew would take most of its time. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../.cache/compile");

/** A service that changes the world and does not know a repeated request from a new one: what happens twice is seen. */
const credit = {
  name: "give_credit",
  description: "Gives a customer credit for an order.",
  method: "POST",
  arguments: [{ name: "orderId", example: "A1001" }],
  phrases: ["give credit for order A1001"],
  effect: "write",
};

/** Runs the command until it has printed so many lines, and kills it a while after. Answers what it had printed. */
async function runAndKill(args: readonly string[], lines: number, delayMs: number): Promise<string> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, NODE_COMPILE_CACHE } });
  let out = "";
  child.stdin.end();
  child.stdout.on("data", (bytes: Buffer) => {
    out += bytes.toString();
    if (out.split("\n").length > lines) setTimeout(() => child.kill("SIGKILL"), delayMs);
  });
  await once(child, "close");
  return out.slice(0, out.lastIndexOf("\n") + 1);
}

test(
  "a run whose process is killed at any moment loses no step that was told of, and does nothing twice",
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    const seen: Record<string, number> = {};
    for (let kill = 0; kill < kills; kill += 1) {
      const how = await killAndGoOn(Math.floor((kill * printedLines) / kills), (kill * 7) % 23);
      seen[how] = (seen[how] ?? 0) + 1;
    }
    if (kills >= 10) console.info(JSON.stringify(seen));
    expect(seen["ended before"] ?? 0, "kills that came too late").toBeLessThan(kills);
  },
);

async function killAndGoOn(lines: number, delayMs: number): Promise<string> {
  await using folder = await openFolder();
  let credits = 0;
  await using server = await serveJson('{"credited":true}', () => (credits += 1));
  const { state } = folder;
  const flow = await folder.write(
    "credit.json",
    toolFlow("credit", "Give credit.", { ...credit, address: `${server.origin}/credit/{orderId}` }),
  );
  const ask = ["--input", "Please give credit for order A1001.", "--state", state];
  const printed = await runAndKill(["run", flow, ...ask, "--allow-origin", server.origin, "--json"], lines, delayMs);
  const before = credits;
  const [runId] = await readdir(join(state, "runs")).catch(() => []);
  if (runId === undefined) return "not begun";
  const told = promisedKinds(printed);
  const kept = await keptKinds(state);
  expect(kept.slice(0, told.length)).toEqual(told);
  if (kept.at(-1) === "run.close") {
    expect(credits).toBe(1);
    return "ended before";
  }
  const isMidTurn = kept.includes("turn.start") && !kept.includes("turn.end");

  const answers = await folder.write("answers.json", {
    approvals: [{ match: { tool: "give_credit" }, decision: "deny", by: "Mara", role: "lead" }],
  });
  const file = folder.at("run.zip");
  const goOn = ["run", "--resume", runId, "--answers", answers, "--allow-origin", server.origin];
  const ended = await gatehouse([...goOn, "--export", file, "--state", state, "--json"]);
  expect(ended).toMatchObject({ code: expect.toBeOneOf([0, 2]) });
  expect(await gatehouse(["verify", file, "--state", state])).toMatchObject({ code: 0 });
  expect(credits).toBeLessThanOrEqual(1);
  if (!isMidTurn) return kept.includes("turn.end") ? "answered before" : "no message taken";
  expect(jsonLines(ended.out)[0]).toMatchObject({ kind: "run.recovered" });
  const wasAsked = jsonLines(ended.out).some(({ kind }) => kind === "approval.decision");
  // Only what nobody knows to have happened is put to a person.
  if (!wasAsked) expect(credits).toBe(1);
  return wasAsked ? `in doubt, made ${before} times` : "went on";
}

/** What was printed up to the last step that is on disk before anything follows from it; what comes after is written in batches. */
function promisedKinds(printed: string): string[] {
  const events = jsonLines(printed).filter(({ kind }) => kind !== "result");
  const last = events.findLastIndex((event) => isStrict(written.parse(event)));
  return events.slice(0, last + 1).map(({ kind }) => kind);
}

const written = z.looseObject({ kind: z.string(), attrs: z.record(z.string(), z.json()) });

/** What is on disk, read as the next process reads it. */
async function keptKinds(state: string): Promise<string[]> {
  const store = new NodeTraceStore(state);
  const [origin] = await store.runs();
  if (origin === undefined) return [];
  const { size = 0 } = (await store.head(origin)) ?? {};
  return jsonLines((await store.lines(origin, 0, size)).join("\n")).map(({ kind }) => kind);
}
