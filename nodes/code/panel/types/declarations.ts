import type { JsonValue, ToolSpec } from "#engine";
import { sampleSchema } from "./sample-schema.ts";
import { comment, schemaType } from "./schema-type.ts";

/** A tool as code sees it. */
export type TypedTool = Pick<ToolSpec, "name" | "title" | "description" | "inputSchema"> & {
  /** What it answered once, to read its type off. */
  readonly answer?: JsonValue;
};

/** Tools that are declared; a flow with more has them at run time all the same. */
const mostTools = 100;

/** Left out are what would turn into nothing or {} on its way out: promises, maps, sets, functions, symbols. */
const jsonValue = `/** What a step can give. */
type JsonValue = null | undefined | boolean | number | string | JsonValue[] | readonly JsonValue[] | {
  readonly [name: string]: JsonValue;
  readonly [Symbol.toStringTag]?: never;
  readonly [Symbol.hasInstance]?: never;
};`;

/**
 * What code sees, as a text of TypeScript declarations: `input`, `host.call` and `console`. Names, descriptions and schemas may
 * come from anywhere; whatever they hold stays inside a string or a comment.
 * @param input what came in the last time; without one its type is open.
 */
export function declarationsOf(tools: readonly TypedTool[], input: JsonValue | undefined): string {
  const listed = tools
    .slice(0, mostTools)
    .map(
      ({ name, title, description, inputSchema, answer }) =>
        `  ${comment(`${title}. ${description}`)}${JSON.stringify(name)}: { argument: ${schemaType(inputSchema)}; answer: ${
          answer === undefined ? "any" : schemaType(sampleSchema(answer))
        } };`,
    );
  return `interface AttachedTools {
${listed.join("\n")}
}
/** What came in. */
declare const input: ${input === undefined || input === null ? "any" : schemaType(sampleSchema(input))};
declare const host: {
  /** Uses a tool that is attached to this step, under its rules. */
  call<Name extends keyof AttachedTools>(
    tool: Name,
    argument: AttachedTools[Name]["argument"],
  ): Promise<AttachedTools[Name]["answer"]>;
};
${jsonValue}
declare const console: Record<"log" | "info" | "warn" | "error" | "debug", (...values: unknown[]) => void>;
`;
}
