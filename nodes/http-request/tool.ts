import { type JsonObject, type RemoteEndpoint, type ToolSpec } from "#engine";
import {
  argumentsOf,
  inferTool,
  readAddress,
  type AddressTemplate,
  type ForeignTool,
  type InferredTool,
} from "#pillars/privileges";
import type { HttpRequestSettings, ToolArgument } from "./settings.ts";

/** What the settings amount to as they are, for the panel; what is not whole yet has no tool. */
export function foundOut(config: HttpRequestSettings) {
  const tool = foreignToolOf(config);
  return { tool, inferred: inferTool(tool), judged: judgedTool(config) };
}

/** The tool as another system would announce it: what its effect and roles are read off. */
function foreignToolOf(config: HttpRequestSettings): ForeignTool {
  const { name, description, method } = config;
  // A method that is not for reading makes it stricter; GET is only the author's word that nothing changes.
  const annotations =
    method === "GET" ? {} : { readOnlyHint: false, ...(method === "DELETE" ? { destructiveHint: true } : {}) };
  return { name, description, inputSchema: schemaOf(config), annotations };
}

/** What was read off the tool, with the person's corrections in place of it. */
export function judgedTool(config: HttpRequestSettings): InferredTool {
  const inferred = inferTool(foreignToolOf(config));
  const names = new Set(config.arguments.map(({ name }) => name));
  const corrected = Object.entries(config.roles).filter(([name]) => names.has(name));
  const settled = new Set([...corrected.map(([name]) => name), ...(config.effect === undefined ? [] : ["effect"])]);
  return {
    ...inferred,
    effect: config.effect ?? inferred.effect,
    effectReason: config.effect === undefined ? inferred.effectReason : "verb",
    roles: { ...inferred.roles, ...Object.fromEntries(corrected) },
    unsure: inferred.unsure.filter((name) => !settled.has(name)),
  };
}

/** Undefined as long as there is no address that can be read. */
export function toolOf(config: HttpRequestSettings): ToolSpec | undefined {
  const read = readAddress(config.address);
  if (!read.ok || addressProblem(config, read.template) !== undefined) return undefined;
  const { effect, roles } = judgedTool(config);
  const title = titleOf(config.name);
  return {
    name: config.name,
    title,
    description: config.description,
    effect,
    inputSchema: schemaOf(config, read.template),
    roles,
    resultOrigins: {},
    infersOrigins: true,
    sentence: sentenceOf(title, config.arguments),
    recordTitle: `answer of ${read.template.origin.replace(/^https?:\/\//u, "")}`,
    phrases: config.phrases,
    remote: endpointOf(config, read.template),
  };
}

/** What keeps the arguments and the address from belonging together. */
export function addressProblem(config: HttpRequestSettings, template: AddressTemplate): string | undefined {
  const { path, query } = argumentsOf(template);
  const known = new Set(config.arguments.map(({ name }) => name));
  const unknown = [...path, ...query].find((name) => !known.has(name));
  return unknown === undefined ? undefined : `The address names ${unknown}, which is not among the arguments.`;
}

function endpointOf(config: HttpRequestSettings, { origin }: AddressTemplate): RemoteEndpoint {
  const { method, address, headers, secret, answer, timeoutSeconds, maxKilobytes, proves } = config;
  return {
    method,
    address,
    origin,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
    ...(secret === undefined ? {} : { secret }),
    answer,
    timeoutMs: Math.round(timeoutSeconds * 1000),
    maxBytes: maxKilobytes * 1000,
    proves,
  };
}

function schemaOf(config: HttpRequestSettings, template?: AddressTemplate): JsonObject {
  // Without it there is no place to call.
  const inPath = template === undefined ? [] : argumentsOf(template).path;
  return {
    type: "object",
    properties: Object.fromEntries(config.arguments.map((each) => [each.name, propertyOf(each)])),
    required: config.arguments.flatMap(({ name, required }) => (required || inPath.includes(name) ? [name] : [])),
    additionalProperties: false,
  };
}

const longestText = 10_000;

function propertyOf({ name, type, description, choices, example }: ToolArgument): JsonObject {
  const shape = shapeOf(type, choices);
  return {
    ...shape,
    title: titleOf(name),
    ...(description === "" ? {} : { description }),
    ...(example === "" || type !== "text" ? {} : { examples: [example] }),
  };
}

function shapeOf(type: ToolArgument["type"], choices: readonly string[]): JsonObject {
  const text: JsonObject =
    choices.length > 0 ? { type: "string", enum: choices } : { type: "string", maxLength: longestText };
  if (type === "text") return text;
  return type === "list" ? { type: "array", items: text, maxItems: 100 } : { type };
}

/** `look_up_stock` and `productId` in words. */
function titleOf(name: string): string {
  const words = name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/gu, "_")
    .split("_")
    .filter((word) => word !== "")
    .join(" ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Title, then what is given: "Look up stock (product id: P100)". */
function sentenceOf(title: string, args: readonly ToolArgument[]): string {
  if (args.length === 0) return title;
  const given = args.map(({ name }, at) => `${at === 0 ? "" : ", "}${titleOf(name).toLowerCase()}: {{ ${name} }}`);
  return `${title} (${given.join("")})`;
}
