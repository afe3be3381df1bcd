import { parseArgs, type ParseArgsOptionDescriptor } from "node:util";
import { CliError } from "./cli-error.ts";
import type { Shell } from "./shell.ts";

/** One command, in one file of commands/. Resolves with the exit code. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `<flow|bundle|template:ID>`. */
  readonly usage: string;
  readonly options: Options;
  readonly run: (argv: string[], shell: Shell) => Promise<number>;
}

export interface Option extends ParseArgsOptionDescriptor {
  /** One line for --help; `value` names what a text option takes. */
  readonly help: string;
  readonly value?: string;
}
export type Options = Readonly<Record<string, Option>>;

export const jsonOption = { type: "boolean", help: "Answer as JSON alone; messages go to standard error" } as const;
export const stateOption = {
  type: "string",
  value: "DIR",
  help: "Folder of runs and keys (default .gatehouse)",
} as const;
export const defaultState = ".gatehouse";

/** Reads arguments strictly. `count` is how many names may follow, `what` says what they are. */
export function readArguments<const O extends Options>(
  args: string[],
  options: O,
  what: string,
  [least, most]: readonly [number, number],
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  if (length < least) throw new CliError("usage", `This command needs ${what}.`);
  if (length > most) throw new CliError("usage", `This command does not take “${parsed.positionals[most] ?? ""}”.`);
  return parsed;
}

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (problem) {
    // Node's sentence goes on with advice about “--”; the first one says what is wrong.
    const sentence = problem instanceof Error ? problem.message.split(". ")[0] : "The options cannot be read";
    throw new CliError("usage", `${sentence}.`.replace("..", "."));
  }
}

export function helpOf({ name, summary, usage, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, help }]) => {
    const left = `  --${option}${value === undefined ? "" : ` ${value}`}`;
    return `${left.padEnd(28)} ${help}`;
  });
  const call = `gatehouse ${[name, usage, rows.length > 0 ? "[options]" : ""].filter(Boolean).join(" ")}`;
  return [call, "", `${summary}.`, ...(rows.length > 0 ? ["", ...rows] : [])].join("\n");
}
