import type { JsonValue } from "#engine";
import { z } from "zod";

const drawn = z.object({
  nodes: z.array(z.object({ id: z.string(), type: z.string(), config: z.unknown() })),
  edges: z.array(
    z.object({
      kind: z.string(),
      from: z.object({ node: z.string() }),
      to: z.object({ node: z.string(), port: z.string() }),
    }),
  ),
});

/** A helper as the drawing has it. */
export interface Helper {
  readonly id: string;
  readonly config: unknown;
}

/** What hangs on each step at the socket that is named like the helper's type; of several the first one. */
export function helpersOf(flow: JsonValue, type: string): ReadonlyMap<string, Helper> {
  const { nodes = [], edges = [] } = drawn.safeParse(flow).data ?? {};
  const known = new Map(nodes.filter((node) => node.type === type).map((node) => [node.id, node]));
  const found = new Map<string, Helper>();
  for (const { kind, from, to } of edges) {
    const helper = known.get(from.node);
    if (kind === "attach" && to.port === type && helper !== undefined && !found.has(to.node))
      found.set(to.node, helper);
  }
  return found;
}
