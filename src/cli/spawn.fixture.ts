import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Calling, Ended } from "./call.fixture.ts";

/** The script that a person starts. */
export const command = join(import.meta.dirname, "../../bin/gatehouse.mjs");

export interface Starting extends Calling {
  /** Called with everything that standard output holds so far. */
  readonly onOut?: (out: string, interrupt: () => void) => void;
}

/** Starts the real command, as a person would. */
export function startGatehouse(
  args: readonly string[],
  { input = "", environment = {}, onOut }: Starting = {},
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
