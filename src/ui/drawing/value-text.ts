import { isJsonObject, type Flow, type JsonValue } from "#engine";

/** The words in which a value on a wire is told. */
export interface ValueWords {
  readonly nothing: string;
  readonly items: (n: number) => string;
  readonly truth: (isTrue: boolean) => string;
  readonly onlyFor: (names: string) => string;
}

/** Characters of a value that the canvas has room for. */
const longest = 56;
const shownFields = 3;

/** A value as one short line. Text is quoted, so that what somebody wrote never passes for a word of the canvas. */
export function valueText(value: JsonValue, words: ValueWords): string {
  return short(told(value, words));
}

function told(value: JsonValue, words: ValueWords): string {
  if (value === null) return words.nothing;
  if (typeof value === "boolean") return words.truth(value);
  if (typeof value === "string")
    return value === "" ? words.nothing : `“${short(value.replaceAll(/\s+/gu, " ").trim())}”`;
  if (typeof value === "number") return String(value);
  if (!isJsonObject(value)) return words.items(Object.keys(value).length);
  const fields = Object.entries(value);
  if (fields.length === 0) return words.nothing;
  return fields
    .slice(0, shownFields)
    .map(([name, field]) => `${name} ${isJsonObject(field) ? "{…}" : told(field, words)}`)
    .join(" · ");
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

const person = "person:";

/** People by their names first, then roles. */
export function readersText(readers: readonly string[], flow: Flow, words: ValueWords): string {
  const isPerson = (reader: string) => reader.startsWith(person);
  const people = readers.filter(isPerson).map((reader) => {
    const id = reader.slice(person.length);
    return flow.speakers.find((speaker) => speaker.id === id)?.name ?? id;
  });
  return words.onlyFor([...people, ...readers.filter((reader) => !isPerson(reader))].join(", "));
}
