import { z } from "zod";
import { CliError } from "./cli-error.ts";
import { helpOf } from "./command.ts";
import { commands } from "./commands.ts";
import { plainText } from "./plain-text.ts";
import type { Shell } from "./shell.ts";

/** What `gatehouse` does with its arguments. Resolves with the exit code; whatever goes wrong is told in one sentence. */
export async function dispatch([name, ...argv]: readonly string[], shell: Shell): Promise<number> {
  try {
    if (name === undefined || name === "--help" || name === "help")
      return await listCommands(shell, name === undefined);
    const command = await commands.find((each) => each.name === name)?.load();
    if (command === undefined)
      throw new CliError("usage", `There is no command ${name}. Ask gatehouse --help for what there is.`);
    if (!argv.includes("--help")) return await command.run(argv, shell);
    shell.out(helpOf(command));
    return 0;
  } catch (problem) {
    shell.tell(`gatehouse: ${sentenceOf(problem)}`);
    return 1;
  }
}

async function listCommands(shell: Shell, isMistake: boolean): Promise<number> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  const write = isMistake ? shell.tell : shell.out;
  write("gatehouse <command> [options]\n");
  for (const { name, summary } of loaded) write(`  ${name.padEnd(10)} ${summary}`);
  write("\ngatehouse <command> --help says more.");
  return isMistake ? 1 : 0;
}

/** One line, whatever it is: never a stack trace. */
function sentenceOf(problem: unknown): string {
  const sentence = fileProblem(problem) ?? (problem instanceof Error ? problem.message : String(problem));
  return plainText(sentence.split("\n")[0] ?? "");
}

const systemError = z.object({ code: z.string(), path: z.string() });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EISDIR: "it is a folder",
  ENOTDIR: "part of its path is no folder",
  EACCES: "this is not allowed",
  EPERM: "this is not allowed",
  EROFS: "the disk cannot be written to",
  ENOSPC: "the disk is full",
};

/** What the system says of a file, in a sentence. */
function fileProblem(problem: unknown): string | undefined {
  const found = systemError.safeParse(problem).data;
  return found && `${found.path} cannot be used: ${reasons[found.code] ?? found.code}.`;
}
