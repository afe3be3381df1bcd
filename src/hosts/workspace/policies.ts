import { jsonObject, type Flow, type JsonObject } from "#engine";
import { digestOf } from "#pillars/trace";
import type { WorkspaceParts } from "./parts.ts";

/** The guards of a flow as the trace names them: what was in force, apart from what was drawn around it. */
export function policiesOf(flow: Flow): JsonObject {
  const guards = ["permission", "approval-gate", "firewall", "limits"];
  const nodes = flow.nodes
    .filter((node) => guards.includes(node.type))
    .map(({ id, type, version, config }) => ({ id, type, version, config }));
  const attached = flow.edges.filter((edge) => edge.kind === "attach").map(({ from, to }) => ({ from, to }));
  return jsonObject.parse({ nodes, attached });
}

/**
 * Why nothing more may be approved in a run: its flow has other guards now than those it was started with, and the drawing is
 * what people mean. A denial is always taken. Undefined where the rules are the same, or nothing is drawn any more.
 */
export async function staleRules(flow: Flow, { drawn }: Pick<WorkspaceParts, "drawn">): Promise<string | undefined> {
  try {
    const now = await drawn?.(flow.id);
    if (now === undefined || digestOf(policiesOf(now)) === digestOf(policiesOf(flow))) return undefined;
    return "The rules of this flow have changed since this was asked. Deny it, and ask again in a new chat.";
  } catch {
    return "The rules of this flow cannot be read now, so nothing can be approved.";
  }
}
