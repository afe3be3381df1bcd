import { migratedConfig, renderTemplate } from "#engine";
import type { Flow, FlowNode, JsonObject, NodeRegistry, ToolSpec } from "#engine";
import { nodeGroups } from "#ui/kit";
import type { NodeGroup } from "#ui/kit";
import type { RunWords } from "../messages/run/index.ts";
import { asObject, textAt } from "./log.ts";

/** A tool as the flow has it: what it is called, how it looks, and on which node of the canvas it stands. */
export interface KnownTool {
  readonly spec: ToolSpec;
  readonly icon: string;
  readonly group: NodeGroup;
  readonly nodeId: string;
}

/** What a log does not say itself: names, icons and sentences of the flow that was run, and the words to tell it in. */
export interface Reading {
  readonly flow: Flow;
  readonly words: RunWords;
  /** By the name that the log uses. */
  readonly tools: ReadonlyMap<string, KnownTool>;
  /** Names of the nodes by id. */
  readonly titles: ReadonlyMap<string, string>;
}

export function readingOf(flow: Flow, registry: NodeRegistry, words: RunWords): Reading {
  const tools = new Map<string, KnownTool>();
  const titles = new Map<string, string>();
  for (const node of flow.nodes) {
    const definition = registry.get(node.type);
    titles.set(node.id, node.title ?? definition?.title ?? node.type);
    for (const tool of toolsOf(node, registry)) tools.set(tool.spec.name, tool);
  }
  return { flow, words, tools, titles };
}

function toolsOf(node: FlowNode, registry: NodeRegistry): readonly KnownTool[] {
  const definition = registry.get(node.type);
  const config = definition === undefined ? undefined : migratedConfig(node, definition);
  if (definition === undefined || config === undefined) return [];
  const group = nodeGroups.find((each) => each === definition.group) ?? "act";
  return definition.toolsFor(config).map((spec) => ({ spec, icon: definition.icon, group, nodeId: node.id }));
}

export function stepTitle(reading: Reading, nodeId: string | undefined): string {
  return nodeId === undefined ? "" : (reading.titles.get(nodeId) ?? nodeId);
}

export function toolTitle(reading: Reading, name: string): string {
  return reading.tools.get(name)?.spec.title ?? humanise(name);
}

/** What an argument is called: its title, else its name as words. */
export function labelOf(name: string, tool: KnownTool | undefined): string {
  const title = textAt(asObject(tool?.spec.inputSchema["properties"])[name], "title");
  return title === "" ? humanise(name) : title;
}

/** What a call will do, from the tool's own sentence: "Refund 480.00 EUR for order A1007". */
export function callSentence(reading: Reading, tool: string, args: JsonObject): string {
  const spec = reading.tools.get(tool)?.spec;
  const rendered = spec === undefined ? undefined : renderTemplate(spec.sentence, args);
  return rendered?.ok === true ? rendered.text : toolTitle(reading, tool);
}

/** "orderId" and "order_id" as words. */
export function humanise(name: string): string {
  const words = name
    .replaceAll(/[_.-]+/gu, " ")
    .replaceAll(/([a-z])([A-Z])/gu, "$1 $2")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
