import {
  codeLanguage,
  jsonValue,
  type CodeLanguage,
  type JsonObject,
  type NodeDefinition,
  type NodeRegistry,
} from "#engine";
import type { RawPorts } from "#monitor";
import { digestOf } from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";

export interface CodeText {
  readonly language: CodeLanguage;
  readonly source: string;
}

/** The code that a step's settings hold, as it is handed to the sandbox; undefined for a node that runs none of its own. */
export function codeIn(definition: NodeDefinition, config: JsonObject): CodeText | undefined {
  const parsed = definition.needs.includes("code") ? definition.configSchema.safeParse(config).data : undefined;
  if (parsed === undefined) return undefined;
  // A node that runs one language only is called by it.
  const language = codeLanguage.safeParse(parsed["language"] ?? definition.type);
  const { source } = parsed;
  return language.success && typeof source === "string" ? { language: language.data, source } : undefined;
}

/** Names code by its content, so that what was adopted covers no other. */
export function codeKey({ language, source }: CodeText): string {
  return `code:${digestOf(jsonValue.parse([language, source]))}`;
}

/**
 * Whether code may run: in a flow that was made here all of it, in one that came from a file what a person has adopted, and what a
 * step of the house begins with.
 */
export function isAdopted(code: CodeText, allowed: readonly string[] | undefined, registry: NodeRegistry): boolean {
  return allowed === undefined || [...allowed, ...ownCode(registry)].includes(codeKey(code));
}

export function adoptionOf(
  parts: Pick<WorkspaceParts, "allowed">,
  { flow }: Pick<RunRecord, "flow">,
  registry: NodeRegistry,
): NonNullable<RawPorts["isAdopted"]> {
  return async (code) => parts.allowed === undefined || isAdopted(code, await parts.allowed(flow.id), registry);
}

/** The code of freshly placed steps. */
function ownCode(registry: NodeRegistry): readonly string[] {
  return [...registry.values()].flatMap((definition) =>
    [{}, ...definition.presets.map(({ config }) => config)].flatMap((begun) => {
      const code = codeIn(definition, { ...definition.starterConfig([]), ...begun });
      return code === undefined ? [] : [codeKey(code)];
    }),
  );
}
