import { verify, type Finding } from "#engine";
import { registry } from "#nodes";
import { policyFindings } from "#pillars/privileges";
import { jsonOption, readArguments, type Command } from "../command.ts";
import { loadFlow } from "../load-flow.ts";
import { plainText } from "../plain-text.ts";

const options = { json: jsonOption } as const;

export const lintCommand: Command = {
  name: "lint",
  summary: "Checks a flow without running it; exit 1 when it has an error",
  usage: "<flow|bundle|template:ID>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a flow", [1, 1]);
    const flow = await loadFlow(positionals[0] ?? "");
    const findings = [...verify(flow, registry), ...policyFindings(flow, registry)];
    if (values.json === true) shell.out(JSON.stringify(findings));
    else if (findings.length === 0) shell.out("Nothing to repair.");
    else for (const finding of findings) shell.out(findingLine(finding));
    return findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

export function findingLine({ severity, at, title, message }: Finding): string {
  const place = at.node ?? at.edge;
  return plainText(`${severity}${place === undefined ? "" : ` at ${place}`}: ${title}. ${message}`);
}
