import type { NodeRegistry } from "#engine";
import { nodeGroups } from "#ui/kit";
import type { PaletteGroup } from "../editor/index.ts";

/** The palette, in the order in which the registry lists its kinds. Notes stand with the data. */
export function paletteGroups(registry: NodeRegistry): readonly PaletteGroup[] {
  const definitions = [...registry.values()];
  return nodeGroups.map((group) => ({
    group,
    items: definitions
      .filter((definition) => (definition.group === "note" ? "data" : definition.group) === group)
      .map(({ type, title, icon, description }) => ({ type, title, icon, description })),
  }));
}
