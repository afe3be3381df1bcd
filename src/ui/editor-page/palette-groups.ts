import type { NodeDefinition, NodeRegistry } from "#engine";
import { nodeGroups } from "#ui/kit";
import type { PaletteGroup } from "../editor/index.ts";
import { presetName } from "../edits/kind-named.ts";

/** The palette, in the order in which the registry lists its kinds. Notes stand with the data. */
export function paletteGroups(registry: NodeRegistry): readonly PaletteGroup[] {
  const definitions = [...registry.values()];
  return nodeGroups.map((group) => ({
    group,
    items: definitions
      .filter((definition) => (definition.group === "note" ? "data" : definition.group) === group)
      .flatMap((definition) => [
        { type: definition.type, ...shown(definition, definition) },
        ...definition.presets.map((preset) => ({ type: presetName(definition, preset), ...shown(definition, preset) })),
      ]),
  }));
}

function shown({ icon }: NodeDefinition, { title, description }: { title: string; description: string }) {
  return { title, icon, description };
}
