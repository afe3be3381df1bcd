import type { FlowNode } from "../flow/flow.ts";
import type { JsonObject } from "../value/json.ts";
import type { NodeDefinition } from "./define-node.ts";

/** All node types the house knows, by type. */
export type NodeRegistry = ReadonlyMap<string, NodeDefinition>;

export function createRegistry(definitions: readonly NodeDefinition[]): NodeRegistry {
  const byType = new Map<string, NodeDefinition>();
  for (const definition of definitions) {
    if (byType.has(definition.type)) throw new Error(`Two nodes are called ${definition.type}.`);
    byType.set(definition.type, definition);
  }
  return byType;
}

/** A node's settings, brought to the current version. Undefined when the node is newer than its definition. */
export function migratedConfig(node: FlowNode, definition: NodeDefinition): JsonObject | undefined {
  if (node.version > definition.version) return undefined;
  let config = node.config;
  for (let version = node.version + 1; version <= definition.version; version += 1) {
    config = definition.migrate[version]?.(config) ?? config;
  }
  return config;
}
