import { atLeast, joinLabels, type JsonValue } from "#engine";
import { type Carrier, carriersIn } from "./carriers.ts";
import type { IndexedField, IndexedResult } from "./index-source.ts";
import { every } from "./quantifiers.ts";
import { isRecordSelected, type TrustedWords } from "./selection.ts";
import { isPlainlyWritten } from "./tokens.ts";

/**
 * Words that point at an address or a link without saying it: "her e-mail is on her website", "the article that Bob posted".
 * They count in a sentence that says none itself.
 */
const pointers: Readonly<Record<"address" | "link", RegExp>> = {
  address:
    /(?:\b(?:his|her|their|its|whose|seine?|ihre?|son|leur|sa|su|suo|sua|seu|zijn|haar)\s+e-?mails?\b)|e-?mail[- ]?address(?:es)?|e-?mail-?adress|mailadress|contact (?:details|data|address)|kontaktdaten|adresse (?:e-?mail|électronique)|coordonnées|correo electrónico|dirección de correo|indirizzo (?:e-?mail|di posta)|endereço de e-?mail|e-?mailadres/u,
  link: /\b(?:links?|urls?|articles?|web ?sites?|web ?pages?|blogs?|artikel|webseiten?|internetseiten?|liens?|sites?|enlaces?|artículos?|páginas?|artigos?|articol[oi]|pagin[ae]|sit[oi]|webpagina'?s?)\b/u,
};

const everyOne = new RegExp(String.raw`\b${every}\b`, "u");

/**
 * Says of a field whether a value is the one link or address in it, and trusted words name it as the place to find that: a page
 * or record of which the query was in the person's own words. Every link or address of a result, where they ask for all of them.
 * A page that such a link leads to is not named in turn. Undefined where no field can be such a place.
 */
export function designation(
  value: JsonValue,
  words: TrustedWords,
): ((result: IndexedResult, field: IndexedField) => boolean) | undefined {
  const wanted = typeof value === "string" && isPlainlyWritten(value) ? only(carriersIn(value)) : undefined;
  if (wanted === undefined || wanted.kind === "account") return undefined;
  const { kind } = wanted;
  const sentences = words.texts
    .flatMap((text) => text.sentences)
    .filter((each) => pointers[kind].test(each) && !says(each, kind));
  if (sentences.length === 0) return undefined;
  const isEveryOne = sentences.some((each) => everyOne.test(each));
  return (result, field) => {
    if (field.isSystem || !isAskedInOwnWords(result)) return false;
    const found = ofKind(field.plain, kind);
    if (!found.some(({ text }) => text === wanted.text)) return false;
    return isEveryOne || (found.length === 1 && isRecordSelected(result, field, words));
  };
}

function says(sentence: string, kind: Carrier["kind"]): boolean {
  return ofKind(sentence, kind).length > 0;
}

function ofKind(text: string, kind: Carrier["kind"]): readonly Carrier[] {
  return carriersIn(text).filter((carrier) => carrier.kind === kind);
}

function isAskedInOwnWords({ source }: IndexedResult): boolean {
  const labels = Object.values(source.query).map(({ label }) => label);
  return labels.length > 0 && atLeast(joinLabels(labels).integrity, "user");
}

function only<One>(list: readonly One[]): One | undefined {
  return list.length === 1 ? list[0] : undefined;
}
