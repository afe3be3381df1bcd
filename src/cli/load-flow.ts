import { parseFlow, type Flow, type NodeRegistry } from "#engine";
import { readBundle } from "#pillars/trace";
import { templates } from "#templates";
import { CliError } from "./cli-error.ts";
import { parseJson, readBytes } from "./read-file.ts";

const templatePrefix = "template:";

/** A flow by its name on the command line: `template:ID`, a flow's JSON file, or a bundle. Opening one runs nothing. */
export async function loadFlow(name: string): Promise<Flow> {
  if (name.startsWith(templatePrefix)) return templateFlow(name.slice(templatePrefix.length));
  const bytes = await readBytes(name);
  const parsed = parseFlow(isZip(bytes) ? flowOfBundle(bytes, name) : parseJson(textOf(bytes), name));
  if (!parsed.ok) throw new CliError("file", `${name}: ${parsed.problem}`);
  return parsed.flow;
}

function templateFlow(id: string): Flow {
  const found = templates.find((template) => template.id === id);
  if (found === undefined)
    throw new CliError(
      "usage",
      `There is no template ${id}; there are ${templates.map((each) => each.id).join(", ")}.`,
    );
  return found.flow;
}

function flowOfBundle(bytes: Uint8Array, name: string): unknown {
  try {
    return readBundle(bytes).flow;
  } catch {
    throw new CliError("file", `${name} is not a Gatehouse bundle, or it is damaged.`);
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The models that a flow's steps ask, each once. */
export function modelsOf(flow: Flow, registry: NodeRegistry): readonly string[] {
  const models = flow.nodes.flatMap((node) => registry.get(node.type)?.modelsFor(node.config) ?? []);
  return [...new Set(models)];
}

/** The hosts that a flow's tools call, each once. */
export function originsOf(flow: Flow, registry: NodeRegistry): readonly string[] {
  const tools = flow.nodes.flatMap((node) => registry.get(node.type)?.toolsFor(node.config) ?? []);
  return [...new Set(tools.flatMap(({ remote }) => remote?.origin ?? []))];
}

/** The same flow with every step that asks a model asking this one. */
export function withModel(flow: Flow, model: string, registry: NodeRegistry): Flow {
  const isAsking = ({ type, config }: Flow["nodes"][number]): boolean =>
    registry.get(type)?.configSchema.safeParse(config).data?.["model"] !== undefined;
  const asks = new Set(flow.nodes.filter(isAsking));
  if (asks.size === 0) throw new CliError("usage", "No step of this flow asks a model, so --model changes nothing.");
  return {
    ...flow,
    nodes: flow.nodes.map((node) => (asks.has(node) ? { ...node, config: { ...node.config, model } } : node)),
  };
}
