import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { ensureChromium } from "./chromium.ts";

/** Runs every check and every test, whatever fails on the way, and closes with one line: `N passed, N failed`. */

const project = join(import.meta.dirname, "..");
const reports = join(project, ".cache/reports");

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Where the step leaves its JSON report; a step without one counts as one check. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Count };
}

/** What stands in one line runs side by side; what is timed or starts browsers has the machine for itself. */
const stages: readonly (readonly Step[])[] = [
  [
    { name: "format", command: ["oxfmt", "--check", "."] },
    { name: "lint", command: ["oxlint"] },
    { name: "types", command: ["tsc", "-b"] },
    { name: "dead code", command: ["knip", "--no-progress"] },
  ],
  [vitest("node")],
  [vitest("browser")],
  [
    {
      name: "end to end",
      command: ["playwright", "test"],
      report: { file: join(reports, "e2e.json"), count: countPlaywright },
    },
  ],
  // Of the build that the step before has made.
  [{ name: "size", command: ["node", "src/lint/size.ts"] }],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
ensureChromium();
// The app may be running beside its tests, at the address that both would take.
process.env["PORT"] ??= String(await freePort());
const counts: Count[] = [];
for (const stage of stages) counts.push(...(await Promise.all(stage.map((step) => run(step, stage.length > 1)))));
const passed = sum(counts.map((count) => count.passed));
const failed = sum(counts.map((count) => count.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function vitest(name: string): Step {
  const file = join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name: `tests in ${name}`,
    command: ["vitest", "run", "--project", name, ...reporters],
    report: { file, count: countVitest },
  };
}

/** Runs a step; beside others it speaks when it is done, so that nobody's words are mixed. */
async function run(step: Step, isBeside: boolean): Promise<Count> {
  const title = `\n== ${step.name}`;
  if (!isBeside) console.log(title);
  const started = Date.now();
  const { isSound, words } = await outcome(step.command, isBeside);
  if (isBeside) console.log(`${title}\n${words}`);
  const count = step.report && countIn(step.report);
  const { passed, failed } = count ?? { passed: isSound ? 1 : 0, failed: 0 };
  // A step that ends badly, or that ran nothing, is a failure even when no single test is at fault.
  const result = { passed, failed: isSound && passed > 0 ? failed : Math.max(failed, 1) };
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

async function outcome([tool, ...parameters]: Step["command"], isBeside: boolean) {
  const output = isBeside ? "pipe" : "inherit";
  const child = spawn(tool, parameters, { cwd: project, stdio: ["inherit", output, output] });
  const ended = new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const words = (await Promise.all(streams.map((stream) => buffer(stream)))).map((bytes) => bytes.toString().trim());
  return { isSound: await ended, words: words.filter((text) => text !== "").join("\n") };
}

function countIn({ file, count }: NonNullable<Step["report"]>): Count {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    console.error(`No readable report at ${file}: ${String(cause)}`);
    return { passed: 0, failed: 1 };
  }
}

function countVitest(report: unknown): Count {
  const shape = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
  const { numPassedTests, numFailedTests } = shape.parse(report);
  return { passed: numPassedTests, failed: numFailedTests };
}

function countPlaywright(report: unknown): Count {
  const shape = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });
  const { expected, unexpected, flaky } = shape.parse(report).stats;
  if (flaky > 0) console.log(`${flaky} needed another try.`);
  return { passed: expected + flaky, failed: unexpected };
}

/** A port of this machine that nobody listens on, chosen by the system. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("The system named no port."));
        else resolve(address.port);
      });
    });
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
