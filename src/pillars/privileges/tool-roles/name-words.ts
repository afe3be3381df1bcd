/** Longer names are cut: no honest tool, argument or field has one. */
const longestName = 120;

/** Where `sendEmail`, `HTTPGet` and `getURL` are joined. */
const joint = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** The words of a name in camelCase, kebab-case, snake_case or with dots: lower case, without accents. */
export function nameWords(name: string): readonly string[] {
  return name
    .slice(0, longestName)
    .normalize("NFKC")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((part) => part.split(joint))
    .map(plainWord)
    .filter((word) => word !== "");
}

/** "Empfänger" and "Empfanger" are the same word; "ß" is "ss". */
function plainWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

/** The words of a vocabulary, written as one text. */
export function vocabulary(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** What a name's word may be in the singular, most likely first. */
export function singulars(word: string): readonly string[] {
  return [
    word,
    ...(word.endsWith("ies") ? [`${word.slice(0, -3)}y`] : []),
    ...(word.endsWith("es") ? [word.slice(0, -2)] : []),
    ...(/[^s]s$/u.test(word) ? [word.slice(0, -1)] : []),
  ];
}
