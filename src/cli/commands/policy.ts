import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Flow } from "#engine";
import { registry } from "#nodes";
import { cedarFiles } from "#pillars/privileges";
import { CliError } from "../cli-error.ts";
import { jsonOption, readArguments, type Command } from "../command.ts";
import { loadFlow } from "../load-flow.ts";
import type { Shell } from "../shell.ts";

const options = {
  out: { type: "string", value: "DIR", help: "Folder to write into (default: the one you are in)" },
  json: jsonOption,
} as const;

export const policyCommand: Command = {
  name: "policy",
  summary: "Writes a flow's rules as Cedar policies, schema and entities, for any Cedar engine",
  usage: "<flow|bundle|template:ID>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a flow", [1, 1]);
    const flow = await loadFlow(positionals[0] ?? "");
    await writePolicies(flow, values.out ?? ".", values.json === true, shell);
    return 0;
  },
};

async function writePolicies(flow: Flow, folder: string, json: boolean, shell: Shell): Promise<void> {
  const { policies, schema, entities } = cedarFiles(flow, registry);
  const name = (ending: string): string => join(folder, `${flow.id}.${ending}`);
  const files = { policies: name("cedar"), schema: name("cedarschema"), entities: name("entities.json") };
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(files.policies, policies);
    await writeFile(files.schema, schema);
    await writeFile(files.entities, entities);
  } catch {
    throw new CliError("file", `${folder} cannot be written to.`);
  }
  if (json) shell.out(JSON.stringify(files));
  else shell.out(`The rules are in ${files.policies}, with ${files.schema} and ${files.entities}.`);
}
