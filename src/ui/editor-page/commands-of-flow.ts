import type { Flow, NodeRegistry } from "#engine";
import { isIconName } from "#ui/kit";
import type { IconName } from "#ui/kit";
import type { Command } from "../command-palette/index.ts";
import { resolve } from "../drawing/resolve.ts";
import { paletteGroups } from "./palette-groups.ts";

/** What adding and finding a step needs of the editor. */
interface StepActs {
  readonly add: (name: string) => void;
  readonly show: (id: string) => void;
}

/** A command for each step of the flow, to go to it, and for each kind of step, to add one. */
export function editorCommands(
  flow: Flow,
  registry: NodeRegistry,
  { add, show }: StepActs,
  addWords: (title: string) => string,
): readonly Command[] {
  const steps = flow.nodes.flatMap((node): readonly Command[] => {
    const drawn = resolve(node, registry);
    if (drawn === undefined || drawn.definition.group === "note") return [];
    const { icon } = drawn.definition;
    return [{ id: `step-${node.id}`, group: "steps", title: drawn.title, icon: known(icon), run: () => show(node.id) }];
  });
  const kinds = paletteGroups(registry).flatMap(({ items }) =>
    items.map(({ type, title, icon }): Command => {
      return { id: `add-${type}`, group: "add", title: addWords(title), icon: known(icon), run: () => add(type) };
    }),
  );
  return [...steps, ...kinds];
}

function known(icon: string): IconName {
  return isIconName(icon) ? icon : "box";
}
