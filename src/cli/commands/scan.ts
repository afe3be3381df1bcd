import { z } from "zod";
import { createNodeInspector } from "#hosts/node";
import { firewallPolicy, type Direction, type FirewallPolicy, type Inspector } from "#pillars/firewall";
import { CliError } from "../cli-error.ts";
import { readArguments, type Command } from "../command.ts";
import { checkAs, parseJson, readAs } from "../read-file.ts";

const options = {
  direction: { type: "string", value: "input|output", help: "Which side of a model the texts are on (default input)" },
  policy: {
    type: "string",
    value: "FILE",
    help: "Settings of a Firewall node as JSON (default: a freshly placed one)",
  },
} as const;

const row = z.strictObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  from: z.enum(["user", "document", "tool"]).optional(),
});

export const scanCommand: Command = {
  name: "scan",
  summary: "Inspects texts with the firewall: JSON lines in, JSON lines out",
  usage: "",
  options,
  async run(argv, shell) {
    const { values } = readArguments(argv, options, "texts on standard input", [0, 0]);
    const direction = directionOf(values.direction);
    const policy = values.policy === undefined ? firewallPolicy.parse({}) : await readAs(values.policy, firewallPolicy);
    const inspector = await createNodeInspector();
    let number = 0;
    for await (const line of shell.lines()) {
      number += 1;
      if (line.trim() === "") continue;
      const where = `Line ${number}`;
      const text = checkAs(parseJson(line, where), row, where);
      shell.out(JSON.stringify(await scan(text, direction, policy, inspector)));
    }
    return 0;
  },
};

function directionOf(written = "input"): Direction {
  if (written === "input" || written === "output") return written;
  throw new CliError("usage", "--direction is input or output.");
}

async function scan(
  { id, text, from }: z.infer<typeof row>,
  direction: Direction,
  policy: FirewallPolicy,
  inspector: Inspector,
) {
  const writer = from ?? (direction === "input" ? "user" : "model");
  const verdict = await inspector.inspect({ text, direction, from: writer }, policy);
  const findings = verdict.findings.map(({ action: _, ...finding }) => finding);
  return {
    id,
    verdict: verdict.verdict,
    score: verdict.score,
    findings,
    text: verdict.passable ? verdict.text : "",
  };
}
