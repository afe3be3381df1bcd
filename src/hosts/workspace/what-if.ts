import { compile, whatIf, type Finding, type Flow, type NodeRegistry, type RunEvent, type WhatIf } from "#engine";
import type { RawPorts } from "#monitor";
import { limitsConfig } from "#pillars/autonomy";
import { dayLimits } from "#pillars/autonomy/day";
import { readEvents } from "#pillars/trace";
import { inertHost } from "./inert-host.ts";
import type { RecordedRun } from "./replay.ts";
import { runEventOf } from "./sink.ts";

/** A recorded run with the flow that it ran with. */
export interface RunWithFlow extends RecordedRun {
  readonly flow: Flow;
}

export type Asked =
  | { readonly ok: true; readonly whatIf: WhatIf; readonly events: readonly RunEvent[] }
  /** The changed flow does not run. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * What `flow` would have made of a recorded run, without any effect. Throws RunError `value-erased` where a message of it was
 * erased, TraceError where the record is not in form.
 */
export async function askWhatIf(
  recorded: RunWithFlow,
  flow: Flow,
  registry: NodeRegistry,
  ports: RawPorts,
): Promise<Asked> {
  const compiled = compile(flow, registry);
  if (!compiled.ok) return { ok: false, findings: compiled.findings };
  const events = readEvents(recorded.origin, recorded.lines, recorded.disclosures).map(runEventOf);
  const sameDayLimits = dayLimitsOf(recorded.flow) === dayLimitsOf(flow);
  return {
    ok: true,
    events,
    whatIf: await whatIf(events, compiled.plan, inertHost(recorded.origin, events, ports), { sameDayLimits }),
  };
}

/** What all chats of the flow share on one day, as one text to compare. Of a flow that compiles. */
function dayLimitsOf(flow: Flow): string {
  const limits = flow.nodes.filter(({ type }) => type === "limits");
  return JSON.stringify(
    limits.map(({ id, config }) => {
      const read = limitsConfig.parse(config);
      return [id, dayLimits.map((limit) => read[limit] ?? null)];
    }),
  );
}
