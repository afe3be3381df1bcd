import type { NodeDefinition, NodeRegistry } from "#engine";
import type { KindWords } from "./words.ts";

export { asDefined } from "./words.ts";
export type { KindWords } from "./words.ts";

/** The same kinds of step under the names of the page's language. What they do and what is stored of them is untouched. */
export function wordedKinds(registry: NodeRegistry, words: KindWords): NodeRegistry {
  if (Object.keys(words.types).length === 0) return registry;
  return new Map([...registry].map(([type, definition]) => [type, wordedKind(definition, words)]));
}

function wordedKind(definition: NodeDefinition, { types, variants, ports }: KindWords): NodeDefinition {
  const named = <P extends { readonly title: string }>(list: Readonly<Record<string, P>>) =>
    Object.fromEntries(
      Object.entries(list).map(([name, port]) => [name, { ...port, title: ports[port.title] ?? port.title }]),
    );
  return {
    ...definition,
    ...types[definition.type],
    presets: definition.presets.map((preset) => ({ ...preset, ...variants[preset.title] })),
    inputs: named(definition.inputs),
    outputs: named(definition.outputs),
    attach: named(definition.attach),
  };
}
