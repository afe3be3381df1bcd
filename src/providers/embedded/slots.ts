import { jsonToText } from "#engine";
import type { JsonObject, JsonValue } from "#engine";
import { words } from "../retrieval/index.ts";
import { matchesPattern } from "./pattern.ts";
import { typeOf } from "./schema.ts";
import type { Slot } from "./schema.ts";
import { codes, dates, emails, ibans, money, numbers, quoted, reason } from "./values.ts";

/** Fills what the text says; slots it says nothing about are left out. */
export function fillSlots(slots: readonly Slot[], text: string): JsonObject {
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const value = fillSlot(slot, text);
      return value === undefined ? [] : [[slot.name, value]];
    }),
  );
}

export function missing(slots: readonly Slot[], filled: JsonObject): Slot[] {
  return slots.filter((slot) => slot.required && filled[slot.name] === undefined);
}

/** What a slot is about, read from its schema first and its name second. */
export function isMoney({ name, schema }: Slot): boolean {
  return /^(?:number|integer)$/.test(typeOf(schema)) && /amount|price|total|sum|value|cost/i.test(name);
}

export function isId({ name, schema }: Slot): boolean {
  return (
    typeOf(schema) === "string" &&
    schema.enum === undefined &&
    !isEmail({ name, schema }) &&
    (schema.pattern !== undefined || /(?:id|number|code|ref|reference)$/i.test(name))
  );
}

function isEmail({ name, schema }: Pick<Slot, "name" | "schema">): boolean {
  return schema.format === "email" || /e-?mail$|^(?:to|cc|bcc|recipients?)$/i.test(name);
}

/** Free text that the latest message may be taken for as a whole when it answers a question about this slot. */
export function isFreeText(slot: Slot): boolean {
  return typeOf(slot.schema) === "string" && slot.schema.enum === undefined && !isId(slot) && !isEmail(slot);
}

function fillSlot(slot: Slot, text: string): JsonValue | undefined {
  const { name, schema } = slot;
  if (schema.enum)
    return (
      chooseOption(schema.enum, text) ??
      schema.enum.find((option) => name === "currency" && option === money(text)[0]?.currency)
    );
  switch (typeOf(schema)) {
    case "number":
    case "integer":
      return (isMoney(slot) ? money(text)[0]?.amount : undefined) ?? numbers(text)[0];
    case "boolean":
      return /\b(?:yes|yeah|sure|true|please do)\b/i.test(text)
        ? true
        : /\b(?:no|nope|false|not)\b/i.test(text)
          ? false
          : undefined;
    case "array":
      return emails(text).length > 0 && isEmail(slot) ? emails(text) : undefined;
    case "string":
      return fillString(slot, text);
    default:
      return undefined;
  }
}

/** The option whose words all appear, the longest first: "very urgent" before "urgent". */
export function chooseOption(options: readonly JsonValue[], text: string): JsonValue | undefined {
  const heard = ` ${words(text).join(" ")} `;
  const spoken = options.filter(
    (option) => typeof option === "string" && heard.includes(` ${words(option.replace(/[_-]/g, " ")).join(" ")} `),
  );
  return spoken.toSorted((left, right) => jsonToText(right).length - jsonToText(left).length)[0];
}

function fillString(slot: Slot, text: string): string | undefined {
  const { name, schema } = slot;
  if (isEmail(slot)) return emails(text)[0] ?? (schema.format === "email" ? undefined : ibans(text)[0]);
  if (isId(slot)) return findId(slot, text);
  if (schema.format === "date") return dates(text)[0];
  if (/iban|account/i.test(name)) return ibans(text)[0];
  if (name === "currency") return money(text)[0]?.currency;
  if (/^(?:query|question|search|q)$/i.test(name)) return text.trim() || undefined;
  if (/reason|why|cause/i.test(name)) return reason(text);
  if (/^(?:body|message|text|content)$/i.test(name)) return spokenMessage(text);
  if (/^(?:subject|title|topic)$/i.test(name)) return spokenSubject(text);
  return labelled(slot, text);
}

function findId(slot: Slot, text: string): string | undefined {
  const { pattern, examples } = slot.schema;
  const candidates = [...codes(text), ...(text.match(/[\w-]{2,64}/g) ?? [])];
  const accounts = ibans(text).join(" ");
  if (pattern !== undefined) {
    const verdict = candidates.find((candidate) => matchesPattern(pattern, candidate) === true);
    if (verdict !== undefined || matchesPattern(pattern, "") !== undefined) return verdict;
  }
  const example = examples?.find((value) => typeof value === "string");
  const shape = example === undefined ? undefined : shapeOf(String(example));
  return codes(text).find((code) => (shape === undefined || shapeOf(code) === shape) && !accounts.includes(code));
}

/** A1001 and B2002 have the same shape. */
function shapeOf(code: string): string {
  return code.replace(/\p{L}/gu, "A").replace(/\d/g, "9");
}

function spokenMessage(text: string): string | undefined {
  const verb = String.raw`saying|says?|that reads|with the (?:text|message)|(?:tell|inform)(?:ing)? (?:him|her|them|[\w.+@-]+)|let(?:ting)? (?:him|her|them) know|message:|body:`;
  const said = new RegExp(String.raw`\b(?:${verb})\s*(?:that\s+|:\s*)?(.+)$`, "is").exec(text)?.[1];
  const after = /(?:@\S{1,250}|⟦[^⟧]{1,40}⟧)\s{1,3}(?:that|to say)\s+(.+)$/is.exec(text)?.[1];
  return quoted(text) ?? said?.trim() ?? after?.trim();
}

function spokenSubject(text: string): string | undefined {
  const told = /\b(?:subject(?: line)?|titled)\s*:?\s*["“]?([^"”.,;\n]+)/i.exec(text)?.[1];
  const about = /\babout\s+(?:the\s+)?([^.,;\n]+?)(?=\s+(?:saying|that|telling|and|to)\b|[.,;\n]|$)/i.exec(text)?.[1];
  const named = told ?? about;
  if (named !== undefined) return capitalise(named.trim());
  const message = spokenMessage(text);
  return message === undefined ? undefined : subjectOf(message);
}

/** The first words of a message. */
export function subjectOf(message: string): string {
  const start = message.split(/\s+/).slice(0, 6).join(" ");
  return capitalise(start.replace(/[.,;:!?]+$/, ""));
}

function labelled(slot: Slot, text: string): string | undefined {
  const label = slot.label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const value = new RegExp(String.raw`\b${label}\s*(?::|=|is|to)\s*["“]?([^"”.,;\n]+)`, "i").exec(text)?.[1];
  return value?.trim();
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
