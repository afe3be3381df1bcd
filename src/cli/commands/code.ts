import { randomInt } from "node:crypto";
import { extname } from "node:path";
import { codeLimits, jsonValue, type CodeLanguage, type CodeResult, type JsonValue } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { CliError } from "../cli-error.ts";
import { jsonOption, readArguments, type Command } from "../command.ts";
import { plainText } from "../plain-text.ts";
import { readAs, readText } from "../read-file.ts";
import type { Shell } from "../shell.ts";

const options = {
  input: {
    type: "string",
    value: "FILE",
    help: "JSON that the code sees as `input`; in SQL its lists of objects are tables, the rest is :name",
  },
  limits: { type: "string", value: "FILE", help: "JSON with timeMs, memoryBytes and the like" },
  json: jsonOption,
} as const;

const languages: ReadonlyMap<string, CodeLanguage> = new Map([
  [".js", "javascript"],
  [".ts", "typescript"],
  [".py", "python"],
  [".sql", "sql"],
]);

export const codeCommand: Command = {
  name: "code",
  summary: "Runs a file in the sandbox, with the tool `echo` and nothing else; exit 0 when it gives a value",
  usage: "<file.js|ts|py|sql>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a file", [1, 1]);
    const [path = ""] = positionals;
    const source = await readText(path);
    const input = values.input === undefined ? null : await readAs(values.input, jsonValue);
    const limits = values.limits === undefined ? codeLimits.parse({}) : await readAs(values.limits, codeLimits);
    const language = languages.get(extname(path));
    if (language === undefined) throw new CliError("usage", `${path} is no .js, .ts, .py or .sql file.`);
    const result = await runCode({ language, source, input, limits }, shell.interrupted);
    show(result, values.json === true, shell);
    return result.outcome === "value" ? 0 : 1;
  },
};

type Asked = Pick<
  Parameters<ReturnType<typeof createNodeCodeRunner>["run"]>[0],
  "language" | "source" | "input" | "limits"
>;

async function runCode(asked: Asked, signal: AbortSignal): Promise<CodeResult> {
  const runner = createNodeCodeRunner();
  try {
    const call = async (_tool: string, argument: JsonValue) => argument;
    const world = { now: Date.now(), seed: randomInt(2 ** 32), tools: ["echo"], call };
    return await runner.run({ ...asked, ...world }, signal);
  } finally {
    await runner.close();
  }
}

function show({ outcome, value, error, logs, cpuMs, memoryBytes }: CodeResult, json: boolean, shell: Shell): void {
  if (json) return shell.out(JSON.stringify({ outcome, value, error, logs, cpuMs, memoryBytes }));
  for (const line of logs) shell.tell(plainText(line));
  if (outcome === "value") shell.out(plainText(JSON.stringify(value, undefined, 2)));
  else shell.tell(plainText(`${outcome}: ${error ?? "The code gave no value."}`));
}
