import { Readable } from "node:stream";
import { z } from "zod";
import { dispatch } from "./dispatch.ts";
import { linesOf } from "./lines.ts";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

export interface Calling {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Calls the command in this process: all of it but the process around it, which process.test.ts is about. */
export async function gatehouse(
  args: readonly string[],
  { input = "", environment = {} }: Calling = {},
): Promise<Ended> {
  let out = "";
  let told = "";
  const code = await dispatch(args, {
    out: (line) => (out += `${line}\n`),
    tell: (line) => (told += `${line}\n`),
    lines: () => linesOf(Readable.from([Buffer.from(input)])),
    environment: { ...process.env, ...environment },
    isTerminal: false,
    interrupted: new AbortController().signal,
  });
  return { code, out, told };
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
