import type { Flow, NodeDefinition } from "#engine";
import { drawnRegistry as registry } from "#nodes";

/** What a card says about a flow: how many guards stand in it, and how many steps they guard. */
export function countParts(flow: Flow): { guards: number; steps: number } {
  const groups = flow.nodes.map((node) => registry.get(node.type)?.group);
  return {
    guards: groups.filter((group) => group === "guard").length,
    steps: groups.filter((group) => group !== "guard" && group !== "note").length,
  };
}

/** The picture of a flow in a list: what it acts with, else what it reads from, else what thinks in it. */
export function faceOf(flow: Flow): Pick<NodeDefinition, "icon" | "group"> | undefined {
  const definitions = flow.nodes.flatMap((node) => registry.get(node.type) ?? []);
  const consequential = definitions.find(({ provides, effect }) => provides === "tool" && effect !== "read");
  return (
    consequential ??
    definitions.find(({ provides }) => provides === "tool") ??
    definitions.find(({ group }) => group === "data") ??
    definitions.find(({ group }) => group === "think") ??
    definitions[0]
  );
}
