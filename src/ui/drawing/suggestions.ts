import type { EditOperation, Finding, NodeRegistry } from "#engine";
import type { FlowNode as CanvasNode, FlowWire } from "../canvas/index.ts";
import { handleOf, helperHandle } from "./handles.ts";
import { guardKindOf } from "./node-view.ts";

type AddNode = Extract<EditOperation, { type: "add-node" }>;

/** A guard that is missing and could be put in place with one press. */
export interface Suggestion {
  /** Of the node as it is drawn; no flow holds it. */
  readonly id: string;
  readonly finding: Finding;
  readonly node: string;
  readonly port: string;
  readonly added: AddNode["node"];
}

const codes: ReadonlySet<string> = new Set(["unguarded-model", "missing-helper"]);

export function suggestionsIn(findings: readonly Finding[]): readonly Suggestion[] {
  return findings.flatMap((finding) => {
    const { node, port } = finding.at;
    const added = finding.fix?.operations.find((each) => each.type === "add-node");
    if (!codes.has(finding.code) || node === undefined || port === undefined || added?.type !== "add-node") return [];
    return [{ id: suggestionId(node, port), finding, node, port, added: added.node }];
  });
}

/** Ids of a flow hold no colon, so none can be taken for a suggestion. */
function suggestionId(node: string, port: string): string {
  return `suggested:${node}:${port}`;
}

export function suggestionViews(
  suggestions: readonly Suggestion[],
  registry: NodeRegistry,
): { nodes: readonly CanvasNode[]; wires: readonly FlowWire[] } {
  const nodes = suggestions.flatMap(({ id, added }): CanvasNode[] => {
    const definition = registry.get(added.type);
    const kind = guardKindOf(definition?.provides);
    if (definition === undefined || kind === undefined) return [];
    const title = definition.title;
    const port = {
      id: helperHandle,
      name: title,
      kind: "guard",
      direction: "in",
      side: "top",
      connected: true,
    } as const;
    return [
      {
        id,
        type: "guard",
        position: added.position,
        draggable: false,
        selectable: false,
        data: { kind, title, summary: "", status: "suggested", ports: [port] },
      },
    ];
  });
  const drawn = new Set(nodes.map(({ id }) => id));
  const wires = suggestions
    .filter(({ id }) => drawn.has(id))
    .map(({ id, node, port }): FlowWire => ({
      id: `${id}:wire`,
      type: "wire",
      source: node,
      sourceHandle: handleOf("socket", port),
      target: id,
      targetHandle: helperHandle,
      selectable: false,
      data: { kind: "guard", state: "missing" },
    }));
  return { nodes, wires };
}
