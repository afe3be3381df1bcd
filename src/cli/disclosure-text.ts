import { writeFile } from "node:fs/promises";
import { disclosureCsv, disclosureJson, type DisclosureReport, type DisclosureRow } from "#pillars/trace";
import { plainText } from "./plain-text.ts";

const contents = {
  words: "what was said",
  data: "what was looked up and done",
  people: "who did it",
  house: "the flow's own words",
  unknown: "other values",
} as const;

/** The report as lines to read. */
export function disclosureLines({ origin, totals, rows, copiesOut }: DisclosureReport): readonly string[] {
  const groups = [...Map.groupBy(rows, ({ content }) => content)];
  const lines = [
    `${origin}: ${totals.shown} values shown, ${totals.withheld} withheld, ${totals.erased} erased.`,
    ...groups.flatMap(([content, group]) => [`${contents[content]}:`, ...group.map((row) => `  ${rowText(row)}`)]),
    ...(copiesOut.length === 0
      ? []
      : [
          `${copiesOut.length} ${copiesOut.length === 1 ? "copy" : "copies"} went out, the last on ${timeText(Math.max(...copiesOut))}; what was erased since is still in ${copiesOut.length === 1 ? "it" : "those from before"}.`,
        ]),
  ];
  return lines.map(plainText);
}

function rowText({ kind, field, person, state, steps, erasure }: DisclosureRow): string {
  const whose = person === "" ? "" : ` of ${person}`;
  const why = erasure === undefined ? "" : ` on ${timeText(erasure.time)} by ${erasure.by}: ${erasure.reason}`;
  return `${String(steps.length).padStart(5)} ${state.padEnd(8)} ${kind} ${field}${whose}${why}`;
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}

/** As the file's name ends: a table, JSON, else text. */
export async function writeDisclosures(file: string, report: DisclosureReport): Promise<void> {
  if (file.endsWith(".csv")) await writeFile(file, disclosureCsv(report));
  else if (file.endsWith(".json")) await writeFile(file, disclosureJson(report));
  else await writeFile(file, `${disclosureLines(report).join("\n")}\n`);
}
