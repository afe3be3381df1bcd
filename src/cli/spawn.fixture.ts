import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const command = join(import.meta.dirname, "../../bin/gatehouse.mjs");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

export interface Calling {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with everything that standard output holds so far. */
  readonly onOut?: (out: string, interrupt: () => void) => void;
}

/** Starts the real command, as a person would. */
export function gatehouse(
  args: readonly string[],
  { input = "", environment = {}, onOut }: Calling = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...environment } });
  let out = "";
  let told = "";
  child.stdout.on("data", (bytes: Buffer) => {
    out += bytes.toString();
    onOut?.(out, () => child.kill("SIGINT"));
  });
  child.stderr.on("data", (bytes: Buffer) => (told += bytes.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, told })));
}

/** A folder of its own for a test, and files in it. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), "gatehouse-cli-"));
  return {
    state: join(path, "state"),
    at: (name: string) => join(path, name),
    async write(name: string, content: unknown) {
      const file = join(path, name);
      await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

const line = z.looseObject({ kind: z.string() });
const resultLine = z.strictObject({
  kind: z.literal("result"),
  run: z.string(),
  status: z.string(),
  reply: z.string(),
});

/** Every line of standard output as JSON; throws where one is not. */
export function jsonLines(out: string) {
  return out
    .split("\n")
    .filter((each) => each !== "")
    .map((each) => line.parse(JSON.parse(each)));
}

export function resultOf(out: string) {
  return resultLine.parse(jsonLines(out).at(-1));
}
