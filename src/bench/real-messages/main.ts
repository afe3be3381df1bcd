import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { templates } from "#templates";
import { readMessages } from "./messages.ts";
import { playMessages, type Outcome } from "./play.ts";

const folder = process.env["GATEHOUSE_DATA"];
if (folder === undefined || folder === "")
  console.log("GATEHOUSE_DATA is not set, so there are no real messages to send. Set it to the data folder.");
else await demonstrate(folder);

async function demonstrate(data: string): Promise<void> {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (flow === undefined) throw new Error("The template support-refunds is gone.");
  const messages = await readMessages(data, 200);
  const state = await mkdtemp(join(tmpdir(), "gatehouse-real-"));
  try {
    const outcomes = await playMessages(flow, messages, state, (done) => {
      if (done % 50 === 0) console.error(`${done} of ${messages.length} messages`);
    });
    for (const line of table(outcomes)) console.log(line);
    process.exitCode = outcomes.every(({ verdict }) => verdict === "VERIFIED") ? 0 : 1;
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}

function table(outcomes: readonly Outcome[]): readonly string[] {
  const groups = Object.entries(Object.groupBy(outcomes, ({ source, status }) => `${source.padEnd(14)} ${status}`));
  const rows = groups.map(([name, group = []]) => {
    const count = (value: string) => group.filter(({ firewall }) => firewall === value).length;
    return [name.padEnd(26), group.length, count("block") + count("ask"), count("redact"), calls(group)]
      .map(cell)
      .join(" ");
  });
  const times = outcomes.map(({ turnMs }) => turnMs).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const verified = outcomes.filter(({ verdict }) => verdict === "VERIFIED").length;
  return [
    ["source and end".padEnd(26), "runs", "stopped", "redacted", "tool calls"].map(cell).join(" "),
    ...rows.sort(),
    "",
    `${verified} of ${outcomes.length} exported runs are VERIFIED; a turn takes ${median.toFixed(1)} ms (median).`,
  ];
}

function calls(group: readonly Outcome[]): number {
  return group.reduce((sum, { toolCalls }) => sum + toolCalls, 0);
}

function cell(value: string | number): string {
  return String(value).padStart(10);
}
