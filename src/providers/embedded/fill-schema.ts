import { isJsonObject, jsonToText } from "#engine";
import type { JsonObject, JsonValue } from "#engine";
import { sentences, terms } from "../retrieval/index.ts";
import { readSchema, slotsOfSchema, typeOf } from "./schema.ts";
import type { Schema, Slot } from "./schema.ts";
import { chooseOption, fillSlots } from "./slots.ts";
import { emails } from "./values.ts";

const deepest = 8;

/** JSON of the wanted shape, filled from the text. `hints` (the instructions) may explain what the options mean. */
export function fillSchema(schema: JsonObject, text: string, hints: string): JsonValue {
  return fill({ name: "", label: "", required: true, schema: readSchema(schema) }, text, hints, 0);
}

function fill(slot: Slot, text: string, hints: string, depth: number): JsonValue {
  const { schema } = slot;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return classify(schema.enum, text, hints);
  switch (typeOf(schema)) {
    case "object":
      return depth >= deepest ? {} : fillObject(schema, text, hints, depth + 1);
    case "array":
      return depth >= deepest ? [] : fillArray(slot, text, hints, depth + 1);
    default:
      return fillSlots([slot], text)[slot.name] ?? fallback(slot, text);
  }
}

function fillObject(schema: Schema, text: string, hints: string, depth: number): JsonObject {
  const shape: JsonObject = { properties: readProperties(schema), required: schema.required ?? [] };
  return Object.fromEntries(
    slotsOfSchema(shape).flatMap((slot) => {
      const found =
        slot.required || slot.schema.enum || /object|array/.test(typeOf(slot.schema))
          ? fill(slot, text, hints, depth)
          : fillSlots([slot], text)[slot.name];
      return found === undefined ? [] : [[slot.name, found]];
    }),
  );
}

function readProperties(schema: Schema): JsonObject {
  const parsed: JsonValue = JSON.parse(JSON.stringify(schema.properties ?? {}));
  return isJsonObject(parsed) ? parsed : {};
}

function fillArray(slot: Slot, text: string, hints: string, depth: number): JsonValue[] {
  const items = readSchema(slot.schema.items);
  if (items.enum) return items.enum.filter((option) => chooseOption([option], text) !== undefined);
  if (items.format === "email" || /e-?mail/i.test(slot.name)) return emails(text);
  const item = { ...slot, schema: items };
  const found =
    typeOf(items) === "string"
      ? sentences(text)
          .slice(0, 3)
          .map((sentence) => sentence.text)
      : [fill(item, text, hints, depth)];
  return found.slice(0, Math.max(slot.schema.minItems ?? 0, found.length));
}

/** The option said outright, else the one whose explanation in the hints shares most words with the text, else the last. */
function classify(options: readonly JsonValue[], text: string, hints: string): JsonValue {
  const said = chooseOption(options, text);
  if (said !== undefined) return said;
  const heard = new Set(terms(text));
  const scored = options.map((option) => {
    const label = jsonToText(option).replace(/[_-]/g, " ");
    const lines = hints
      .split("\n")
      .filter(
        (line) =>
          line.toLowerCase().includes(jsonToText(option).toLowerCase()) &&
          options.filter((other) => line.includes(jsonToText(other))).length === 1,
      );
    const about = new Set(terms([label, ...lines].join(" ")));
    return { option, score: [...about].filter((term) => heard.has(term)).length };
  });
  const best = scored.toSorted((left, right) => right.score - left.score)[0];
  return best && best.score > 0 ? best.option : (options.at(-1) ?? null);
}

/** What a required value becomes when the text is silent: null if allowed, else the plainest value of the type. */
function fallback({ name, schema }: Slot, text: string): JsonValue {
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (schema.default !== undefined) return schema.default;
  if (types.includes("null")) return null;
  if (typeOf(schema) === "boolean") return false;
  if (/number|integer/.test(typeOf(schema))) return schema.minimum ?? 0;
  return /summary|text|answer|reply|title|description|content|name|topic/i.test(name) || name === ""
    ? (sentences(text)[0]?.text ?? "")
    : "";
}
