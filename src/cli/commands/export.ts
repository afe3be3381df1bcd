import { writeFile } from "node:fs/promises";
import type { RunEvent } from "#engine";
import { createFileShelf } from "#hosts/node";
import type { Workspace } from "#hosts/workspace";
import {
  derivedFile,
  derivedFormats,
  readBundle,
  sentences,
  withholdingKinds,
  withoutKinds,
  type DerivedFormat,
  type WithholdingKind,
} from "#pillars/trace";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { writeDisclosures } from "../disclosure-text.ts";
import { openHouse } from "../open-house.ts";
import { plainText } from "../plain-text.ts";
import { readText } from "../read-file.ts";
import type { Shell } from "../shell.ts";

const options = {
  output: { type: "string", value: "FILE", help: "Where to write it (default RUN.zip, or as the format ends)" },
  format: {
    type: "string",
    value: "FORMAT",
    help: "bundle, which can be checked (default); or its steps as otlp-json, otlp (protobuf) or csv",
  },
  without: {
    type: "string",
    value: "KINDS",
    help: "Leave out words, data, people (comma between them), or personal: all three",
  },
  since: {
    type: "string",
    multiple: true,
    value: "RECEIPT",
    help: "Prove that the ledger goes on from this receipt, so that whoever holds it can compare; repeatable",
  },
  report: {
    type: "string",
    value: "FILE",
    help: "Also write which values the copy shows, withholds and lacks, and why: a table (.csv), .json, else text",
  },
  preview: { type: "boolean", help: "With --without: only say what would be left out" },
  state: stateOption,
  json: jsonOption,
} as const;

export const exportCommand: Command = {
  name: "export",
  summary: "Writes the evidence of a recorded run as one file, or its steps for other tools",
  usage: "<RUN>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a run", [1, 1]);
    const [run = ""] = positionals;
    const format = formatIn(values.format);
    const state = values.state ?? defaultState;
    const record = await createFileShelf(state).get(run);
    if (record === undefined) throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
    const { workspace } = await openHouse(state, record.flow, shell);
    const withhold = withoutKinds(kindsIn(values.without));
    if (values.preview === true) return preview(await workspace.read(run), withhold, values.json === true, shell);
    const since = await sizesUnder(values.since ?? [], workspace);
    const bundle = await workspace.exportBundle(run, { withhold, since });
    const bytes = format === undefined ? bundle : derivedFile(bundle, format);
    const disclosures = values.report === undefined ? undefined : await workspace.disclosures(run, { withhold });
    if (values.report !== undefined && disclosures !== undefined) await writeDisclosures(values.report, disclosures);
    const file = values.output ?? `${run}${format === undefined ? ".zip" : derivedFormats[format].extension}`;
    await writeFile(file, bytes);
    const { withheld } = readBundle(bundle).manifest;
    const left = withheld.length === 0 ? {} : { withheld: withheld.length };
    if (values.json === true) shell.out(JSON.stringify({ run, file, bytes: bytes.length, ...left }));
    else shell.out(`Run ${run} is in ${file}${withheld.length === 0 ? "" : `, without ${withheld.length} values`}.`);
    return 0;
  },
};

/** The ledger's sizes when these receipts were given. A run's own receipt needs no proof: its bundle has all of its steps. */
async function sizesUnder(files: readonly string[], workspace: Workspace): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const file of files) {
    const found = await workspace.compare(await readText(file));
    if (found.kind !== "fits") throw new CliError("state", `${file}: ${receiptSentences[found.kind]}`);
    if (found.runId === undefined) sizes.push(found.size);
  }
  return [...new Set(sizes)];
}

const receiptSentences = {
  damaged: "This is no receipt, or it was changed.",
  elsewhere: "This receipt is of a log that is not kept here.",
  ahead: sentences.E36,
  other: sentences.E37,
} as const;

/** Undefined for the bundle itself. */
function formatIn(given: string | undefined): DerivedFormat | undefined {
  if (given === undefined || given === "bundle") return undefined;
  if (given === "otlp-json" || given === "otlp" || given === "csv") return given;
  throw new CliError("usage", `--format takes bundle, otlp-json, otlp or csv, not “${plainText(given)}”.`);
}

function kindsIn(without: string | undefined): readonly WithholdingKind[] {
  const given = without?.split(",").map((each) => each.trim()) ?? [];
  return given.flatMap((each) => {
    if (each === "personal") return withholdingKinds;
    const kind = withholdingKinds.find((known) => known === each);
    if (kind === undefined)
      throw new CliError("usage", `--without takes words, data, people or personal, not “${plainText(each)}”.`);
    return [kind];
  });
}

/** What a copy would go without, by kind of step and value; and what no copy can go without. */
function preview(
  events: readonly RunEvent[],
  withhold: ReturnType<typeof withoutKinds>,
  json: boolean,
  { out }: Shell,
): number {
  const left = events.flatMap(({ kind, values }) =>
    Object.keys(values).flatMap((field) => (withhold({ kind, field }) ? [`${kind} ${field}`] : [])),
  );
  const counts = [...Map.groupBy(left, (name) => name)]
    .map(([name, all]) => ({ name, count: all.length }))
    .sort(byName);
  if (json) out(JSON.stringify({ withheld: left.length, kinds: counts }));
  else {
    for (const { name, count } of counts) out(`${String(count).padStart(6)}  ${name}`);
    out(
      `${left.length} values would be left out. The flow with its documents, and who did what kind of step when, stay in.`,
    );
  }
  return 0;
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
