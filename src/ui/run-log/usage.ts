import type { Flow, RunEvent } from "#engine";
import { limitsConfig } from "#pillars/autonomy";

export interface Usage {
  readonly used: number;
  readonly most: number;
}

/** Model and code steps of the last message, against the limits that hang on the step that took them. */
export function usageOf(events: readonly RunEvent[], flow: Flow): Usage | undefined {
  const start = events.findLast((event) => event.kind === "turn.start");
  const steps = events.filter(
    (event) =>
      start !== undefined && event.seq > start.seq && (event.kind === "llm.request" || event.kind === "sandbox.start"),
  );
  const host = steps.at(-1)?.node?.id;
  if (host === undefined) return undefined;
  const hung = flow.edges.find((edge) => edge.kind === "attach" && edge.to.node === host && edge.to.port === "limits");
  const limits = limitsConfig.safeParse(flow.nodes.find(({ id }) => id === hung?.from.node)?.config ?? {});
  if (!limits.success) return undefined;
  return { used: steps.filter(({ node }) => node?.id === host).length, most: limits.data.steps };
}
