import type { ArgumentShape } from "./argument-shape.ts";
import { type ArgumentSense, headOf, wordSense } from "./argument-words.ts";
import { nameWords, singulars } from "./name-words.ts";

const formats: ReadonlyMap<string, ArgumentSense> = new Map([
  ...["uri", "url", "iri", "uri-reference", "hostname", "ipv4", "ipv6"].map((format) => [format, "address"] as const),
  ...["date", "date-time", "time", "duration"].map((format) => [format, "when"] as const),
  ["email", "party"],
  ["uuid", "id"],
  ["password", "value"],
]);

const counting = new Set(["max", "min", "num", "number", "count", "total"]);
const ofPeople = new Set(["first", "last", "full", "given", "family", "middle"]);

/** What an argument stands for, by its name, else by its schema's format; an address by either. */
export function argumentSense(
  name: string,
  shape: ArgumentShape,
  making: readonly string[],
): { readonly sense: ArgumentSense | undefined; readonly head: string } {
  const { head, before } = headOf(nameWords(name));
  const byFormat = formats.get(shape.format ?? "");
  const sense = byFormat === "address" ? byFormat : (qualified(head, before, shape, making) ?? byFormat);
  return { sense, head };
}

/** The sense of the last word in the light of those before it. */
function qualified(
  head: string,
  before: readonly string[],
  shape: ArgumentShape,
  making: readonly string[],
): ArgumentSense | undefined {
  const sense = wordSense(head);
  const owner = before.at(-1) ?? "";
  const ownerSense = owner === "" ? undefined : wordSense(owner);
  if (counting.has(before[0] ?? "") && (shape.isNumber || before.includes("of"))) return "value";
  if (sense === "naming") {
    if (ofPeople.has(owner)) return "value";
    return ownerSense === "party" && !names(making, owner) ? "party" : sense;
  }
  if ((head === "number" || head === "code") && ownerSense === "party") return "party";
  if (head === "address" && before.some((word) => wordSense(word) === "address")) return "address";
  // "date_from" and "time_to" are times, "from" and "to" are people.
  if (sense === "party" && (head === "from" || head === "to") && ownerSense === "when") return "when";
  return sense;
}

/** The thing that a tool makes has its name from the arguments: `channel_name` of `create_channel`. */
function names(words: readonly string[], word: string): boolean {
  return singulars(word).some((form) => words.includes(form));
}

/** True where an id is that of somebody, or of an account or a place that something goes to. */
export function isIdOfParty(name: string): boolean {
  const { head, before } = headOf(nameWords(name));
  return wordSense(head) === "id" && wordSense(before.at(-1) ?? "") === "party";
}
