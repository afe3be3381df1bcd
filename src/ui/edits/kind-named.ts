import type { NodeDefinition, NodeRegistry } from "#engine";

type Preset = NodeDefinition["presets"][number];

/** Under what name the palette has a preset; a kind itself goes by its type. */
export function presetName({ type }: NodeDefinition, { id }: Preset): string {
  return `${type}/${id}`;
}

/** The kind of that name. A preset is its node under another title and with other settings to begin with. */
export function kindNamed(registry: NodeRegistry, name: string): NodeDefinition | undefined {
  const [type = "", presetId] = name.split("/");
  const definition = registry.get(type);
  if (presetId === undefined) return definition;
  const preset = definition?.presets.find(({ id }) => id === presetId);
  return definition && preset && { ...definition, title: preset.title, starterConfig: () => preset.config };
}
