import { isJsonObject, jsonToText, renderTemplate } from "#engine";
import type { JsonObject, JsonValue, ToolSpec } from "#engine";
import type { Exchange } from "./conversation.ts";
import { spell } from "./schema.ts";
import { capitalise } from "./slots.ts";

/** How a call went, as far as its result tells. */
export type Outcome =
  | { readonly outcome: "success"; readonly result: JsonValue }
  | { readonly outcome: "refused" | "waiting" | "failure"; readonly message: string };

const refusals = ["denied", "blocked", "refused", "skipped"];

/** Reads `{denied}`, `{skipped}`, `{blocked}`, `{waiting}`, `{error}` and `{outcome, message|reason|result}`; all else is a plain result. */
export function readOutcome(result: JsonValue): Outcome {
  if (!isJsonObject(result)) return { outcome: "success", result };
  const stated = result["outcome"];
  if (stated === "success" && result["result"] !== undefined) return { outcome: "success", result: result["result"] };
  if (stated === "waiting" || result["waiting"]) return { outcome: "waiting", message: explain(result, "waiting") };
  const refusal = refusals.find((word) => stated === word || result[word] === true || typeof result[word] === "string");
  if (refusal !== undefined) return { outcome: "refused", message: explain(result, refusal) };
  if (stated === "failure" || stated === "error" || result["error"])
    return { outcome: "failure", message: explain(result, "error") };
  return { outcome: "success", result };
}

/** One or two sentences about an answered call, for the person. */
export function speakResult(exchange: Exchange, tools: readonly ToolSpec[]): string {
  const tool = tools.find(({ name }) => name === exchange.tool);
  const title = tool?.title ?? spell(exchange.tool);
  const read = readOutcome(exchange.result);
  switch (read.outcome) {
    case "refused":
      return `I am sorry, I may not do that (${title}).${read.message && ` ${sentence(read.message)}`}`;
    case "waiting":
      return `I have asked for approval (${title}). ${sentence(read.message || "A person decides about it")}`;
    case "failure":
      return `That did not work (${title}).${read.message && ` ${sentence(read.message)}`}`;
    case "success":
      return fromTemplate(tool?.resultSentence, read.result, exchange.arguments) ?? prose(read.result);
  }
}

function explain(result: JsonObject, key: string): string {
  const said = [result["message"], result["reason"], result[key]].find(
    (value) => typeof value === "string" && value !== "",
  );
  const nested = result[key];
  if (said !== undefined) return jsonToText(said);
  return isJsonObject(nested) && typeof nested["message"] === "string" ? nested["message"] : "";
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** A faulty template, or one that finds none of its fields, must not hide the result. */
function fromTemplate(template: string | undefined, result: JsonValue, args: JsonObject): string | undefined {
  if (template === undefined) return undefined;
  const values = isJsonObject(result) ? { ...args, ...result, result } : { ...args, result, items: result };
  const rendered = renderTemplate(template, values);
  const spoken = rendered.ok ? rendered.text.replace(/[ \t]+/g, " ").trim() : "";
  return spoken === "" ? undefined : spoken;
}

/** "Status: shipped. Carrier: DHL." for a record, a line each for a list. */
export function prose(value: JsonValue): string {
  if (Array.isArray(value))
    return value.length === 0 ? "There is nothing to show." : value.map((item) => `- ${inline(item)}`).join("\n");
  if (!isJsonObject(value)) return sentence(inline(value) || "Done");
  const entries = Object.entries(value).filter(([, field]) => field !== null && field !== "");
  return entries.length === 0
    ? "Done."
    : entries
        .map(([key, field]) =>
          Array.isArray(field)
            ? `${capitalise(spell(key))}:\n${prose(field)}`
            : `${capitalise(spell(key))}: ${sentence(inline(field))}`,
        )
        .join(" ");
}

function inline(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(inline).join(", ");
  if (isJsonObject(value))
    return Object.entries(value)
      .map(([key, field]) => `${spell(key)} ${inline(field)}`)
      .join(", ");
  return value === null ? "none" : jsonToText(value);
}
