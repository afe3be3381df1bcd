import { parseFlow, RunError, type Flow, type WhatIf, type WhatIfEffect } from "#engine";
import { createNodePorts } from "#hosts/node";
import { askWhatIf, replayRun, type RecordedRun } from "#hosts/workspace";
import { registry } from "#nodes";
import { readBundle, type Bundle } from "#pillars/trace";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, type Command } from "../command.ts";
import { loadFlow } from "../load-flow.ts";
import { plainText } from "../plain-text.ts";
import { readBytes } from "../read-file.ts";
import type { Shell } from "../shell.ts";
import { effectSentence, totalsOf, totalsSentence, whatIfJson } from "../what-if-lines.ts";

const options = {
  flow: { type: "string", value: "FILE", help: "The changed flow to replay with (default: the one in the bundle)" },
  totals: { type: "boolean", help: "One line more: what the changed flow would have done to all of them" },
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
    const effects: WhatIfEffect[] = [];
    for (const file of positionals) {
      const bundle = await openBundle(file);
      const recorded = { ...recordOf(bundle), flow: flowOf(bundle, file) };
      const flow = changed ?? recorded.flow;
      const replayed = await replayRun(recorded, flow, registry, ports);
      if (replayed.ok) {
        const found = await whatIfOf(recorded, flow, ports);
        effects.push(found?.effect ?? "unknown");
        show(file, replayed.report, found, values.json === true, shell);
      } else {
        refused += 1;
        shell.tell(plainText(`${file}: ${replayed.sentence}`));
      }
    }
    if (values.totals === true) showTotals(effects, values.json === true, shell);
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

/** Undefined where a message was erased: then nothing can be said. */
async function whatIfOf(
  recorded: RecordedRun & { readonly flow: Flow },
  flow: Flow,
  ports: Parameters<typeof askWhatIf>[3],
): Promise<WhatIf | undefined> {
  try {
    const asked = await askWhatIf(recorded, flow, registry, ports);
    return asked.ok ? asked.whatIf : undefined;
  } catch (problem) {
    if (problem instanceof RunError && problem.code === "value-erased") return undefined;
    throw problem;
  }
}

function showTotals(effects: readonly WhatIfEffect[], json: boolean, { out }: Shell): void {
  const totals = totalsOf(effects);
  out(json ? JSON.stringify({ totals }) : totalsSentence(totals));
}

function show(
  file: string,
  { differences, same, reproduced }: Report,
  found: WhatIf | undefined,
  json: boolean,
  { out }: Shell,
): void {
  const rows = differences.map((each) =>
    each.result === "different"
      ? { result: each.result, key: each.key, kind: each.kind, sentence: each.sentence }
      : { result: each.result, key: each.event.key, kind: each.event.kind, seq: each.event.seq },
  );
  const whatIf = found === undefined ? {} : { whatIf: whatIfJson(found) };
  if (json) return out(JSON.stringify({ file, same, reproduced, differences: rows, ...whatIf }));
  out(plainText(`${file}: ${same} steps as recorded, ${rows.length} different.`));
  if (found !== undefined && rows.length > 0) out(plainText(`  ${effectSentence(found)}`));
  for (const row of rows)
    out(
      plainText(
        row.result === "different" ? `  ${row.sentence}` : `  Not reached any more: ${row.kind} at ${row.key}.`,
      ),
    );
}
