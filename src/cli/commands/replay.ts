import { parseFlow, type Flow } from "#engine";
import { createNodePorts } from "#hosts/node";
import { replayRun } from "#hosts/workspace";
import { registry } from "#nodes";
import { readBundle, type Bundle } from "#pillars/trace";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, type Command } from "../command.ts";
import { loadFlow } from "../load-flow.ts";
import { plainText } from "../plain-text.ts";
import { readBytes } from "../read-file.ts";
import type { Shell } from "../shell.ts";

const options = {
  flow: { type: "string", value: "FILE", help: "The changed flow to replay with (default: the one in the bundle)" },
  json: jsonOption,
} as const;

type Report = Extract<Awaited<ReturnType<typeof replayRun>>, { ok: true }>["report"];

export const replayCommand: Command = {
  name: "replay",
  summary: "Plays recorded runs again without any effect and tells what would differ; exit 1 when one cannot be played",
  usage: "<bundle...>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a bundle", [1, Infinity]);
    const changed = values.flow === undefined ? undefined : await loadFlow(values.flow);
    // Nothing is asked of the world, so nothing of it is opened but the rules engine.
    const ports = await createNodePorts({ state: defaultState, models: [], environment: {} });
    let refused = 0;
    for (const file of positionals) {
      const bundle = await openBundle(file);
      const replayed = await replayRun(recordOf(bundle), changed ?? flowOf(bundle, file), registry, ports);
      if (replayed.ok) show(file, replayed.report, values.json === true, shell);
      else {
        refused += 1;
        shell.tell(plainText(`${file}: ${replayed.sentence}`));
      }
    }
    return refused === 0 ? 0 : 1;
  },
};

async function openBundle(file: string): Promise<Bundle> {
  const bytes = await readBytes(file);
  try {
    return readBundle(bytes);
  } catch {
    throw new CliError("file", `${file} is not a Gatehouse bundle, or it is damaged.`);
  }
}

function recordOf({ manifest, lines, disclosures }: Bundle) {
  return { origin: manifest.origin, lines, disclosures };
}

function flowOf(bundle: Bundle, file: string): Flow {
  const parsed = parseFlow(bundle.flow);
  if (!parsed.ok) throw new CliError("file", `${file}: ${parsed.problem}`);
  return parsed.flow;
}

function show(file: string, { differences, same, reproduced }: Report, json: boolean, { out }: Shell): void {
  const rows = differences.map((each) =>
    each.result === "different"
      ? { result: each.result, key: each.key, kind: each.kind, sentence: each.sentence }
      : { result: each.result, key: each.event.key, kind: each.event.kind, seq: each.event.seq },
  );
  if (json) return out(JSON.stringify({ file, same, reproduced, differences: rows }));
  out(plainText(`${file}: ${same} steps as recorded, ${rows.length} different.`));
  for (const row of rows)
    out(
      plainText(
        row.result === "different" ? `  ${row.sentence}` : `  Not reached any more: ${row.kind} at ${row.key}.`,
      ),
    );
}
