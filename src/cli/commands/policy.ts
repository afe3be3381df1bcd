import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Flow } from "#engine";
import { loadCedar } from "#hosts/node";
import { registry } from "#nodes";
import { cedarFiles, reachOf, reachWords } from "#pillars/privileges";
import { proposeRules } from "../propose-rules.ts";
import { CliError } from "../cli-error.ts";
import { jsonOption, readArguments, type Command } from "../command.ts";
import { loadFlow } from "../load-flow.ts";
import { plainText } from "../plain-text.ts";
import type { Shell } from "../shell.ts";

const options = {
  out: { type: "string", value: "DIR", help: "Folder to write into (default: the one you are in)" },
  reach: { type: "boolean", help: "Instead say who can do what, alone or after approval" },
  runs: {
    type: "string",
    value: "BUNDLE",
    multiple: true,
    help: "Instead propose the smallest rules that this run, and others named so, needed",
  },
  adopt: { type: "string", value: "FILE", help: "With --runs: write the flow with the proposed rules in it" },
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
    const { runs, adopt } = values;
    if (adopt !== undefined && runs === undefined) throw new CliError("usage", "--adopt needs --runs.");
    if (runs !== undefined) await proposeRules(flow, { runs, adopt, json: values.json === true }, shell);
    else if (values.reach === true) await printReach(flow, values.json === true, shell);
    else await writePolicies(flow, values.out ?? ".", values.json === true, shell);
    return 0;
  },
};

async function printReach(flow: Flow, json: boolean, shell: Shell): Promise<void> {
  const rows = [...reachOf(flow, registry, await loadCedar())].flat();
  if (json) return shell.out(JSON.stringify(rows.map((row) => ({ ...row, words: reachWords(row) }))));
  if (rows.length === 0) shell.out("No step of this flow has a tool.");
  for (const row of rows) {
    const { who, alone, asked } = reachWords(row);
    shell.out(plainText(`${row.stepTitle}, ${row.toolTitle}, when ${who} speaks`));
    shell.out(plainText(`  alone: ${alone}`));
    shell.out(plainText(`  after approval: ${asked}`));
  }
}

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
