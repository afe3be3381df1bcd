import { equalJson, type Flow, type FlowEdge, type FlowNode, type JsonValue } from "#engine";

/** One thing in which a flow differs from what it was. Steps are named by their ids in the flow that has them. */
export type FlowChange =
  | { readonly kind: "title"; readonly before: string; readonly after: string }
  | { readonly kind: "added" | "removed"; readonly nodeId: string }
  | { readonly kind: "renamed" | "turned-off" | "turned-on" | "retries"; readonly nodeId: string }
  | SettingChange
  | { readonly kind: "wired" | "unwired"; readonly edge: FlowEdge }
  | { readonly kind: "moved"; readonly steps: number }
  | { readonly kind: "documents"; readonly added: number; readonly removed: number; readonly changed: number }
  | { readonly kind: "speakers" | "samples" | "description" };

/** A setting of a step. A value that was or is left out is undefined. */
export interface SettingChange {
  readonly kind: "setting";
  readonly nodeId: string;
  readonly name: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/**
 * What is different, in the order in which people ask: the flow, its steps, its wires, what it brings, and last what was only
 * moved. A wire of a step that came or went is not told: it came or went with it.
 */
export function flowChanges(before: Flow, after: Flow): readonly FlowChange[] {
  const then = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const stayed = after.nodes.flatMap((node) => {
    const old = then.get(node.id);
    // Another kind of step under an old name is another step.
    return old?.type === node.type ? [{ old, node }] : [];
  });
  const kept = new Set(stayed.map(({ node }) => node.id));
  const isBetweenKept = ({ from, to }: FlowEdge) => kept.has(from.node) && kept.has(to.node);
  const moved = stayed.filter(({ old, node }) => !equalJson(old.position, node.position)).length;
  return [
    ...(before.title === after.title ? [] : [{ kind: "title", before: before.title, after: after.title } as const]),
    ...[...now.keys()].filter((id) => !kept.has(id)).map((nodeId) => ({ kind: "added", nodeId }) as const),
    ...[...then.keys()].filter((id) => !kept.has(id)).map((nodeId) => ({ kind: "removed", nodeId }) as const),
    ...stayed.flatMap(({ old, node }) => stepChanges(old, node)),
    ...without(after.edges, before.edges)
      .filter(isBetweenKept)
      .map((edge) => ({ kind: "wired", edge }) as const),
    ...without(before.edges, after.edges)
      .filter(isBetweenKept)
      .map((edge) => ({ kind: "unwired", edge }) as const),
    ...documentChanges(before, after),
    ...(["speakers", "samples", "description"] as const)
      .filter((kind) => !equalJson(before[kind], after[kind]))
      .map((kind) => ({ kind })),
    ...(moved > 0 ? [{ kind: "moved", steps: moved } as const] : []),
  ];
}

function stepChanges(old: FlowNode, node: FlowNode): FlowChange[] {
  const nodeId = node.id;
  const changes: FlowChange[] = [];
  if (old.title !== node.title) changes.push({ kind: "renamed", nodeId });
  if ((old.disabled ?? false) !== (node.disabled ?? false))
    changes.push({ kind: node.disabled ? "turned-off" : "turned-on", nodeId });
  if (old.retries !== node.retries || old.timeoutSeconds !== node.timeoutSeconds)
    changes.push({ kind: "retries", nodeId });
  for (const name of new Set([...Object.keys(old.config), ...Object.keys(node.config)])) {
    const [before, after] = [old.config[name], node.config[name]];
    if (!equalJson(before, after)) changes.push({ kind: "setting", nodeId, name, before, after });
  }
  return changes;
}

/** Wires are the same where they join the same ports, whatever their ids. */
function without(edges: readonly FlowEdge[], others: readonly FlowEdge[]): readonly FlowEdge[] {
  const ends = ({ from, to }: FlowEdge) => [from.node, from.port, to.node, to.port].join(" ");
  const known = new Set(others.map(ends));
  return edges.filter((edge) => !known.has(ends(edge)));
}

function documentChanges(before: Flow, after: Flow): FlowChange[] {
  const then = new Map(before.documents.map((each) => [each.id, each]));
  const now = new Map(after.documents.map((each) => [each.id, each]));
  const added = after.documents.filter(({ id }) => !then.has(id)).length;
  const removed = before.documents.filter(({ id }) => !now.has(id)).length;
  const changed = after.documents.filter((each) => then.has(each.id) && !equalJson(then.get(each.id), each)).length;
  return added + removed + changed > 0 ? [{ kind: "documents", added, removed, changed }] : [];
}
