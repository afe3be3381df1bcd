const irregular = new Map(
  "broke break|broken break|sent send|bought buy|paid pay|came come|lost lose|took take|taken take|gave give|given give|kept keep|sold sell|left leave|wrote write|written write|chose choose|chosen choose|spent spend|told tell|found find|tore tear|torn tear|fell fall|people person|children child"
    .split("|")
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]),
);

/**
 * English stemming after Porter's second algorithm (snowballstem.org/algorithms/english), without its exception lists:
 * search and tool choice need words to meet, not to be dictionary forms.
 */
export function stem(word: string): string {
  const plain = irregular.get(word);
  if (plain !== undefined) return stem(plain);
  if (word.length <= 2 || !/^[a-z']+$/.test(word)) return word;
  const consonantY = word.replace(/^y|([aeiouy])y/g, (match: string) => `${match.slice(0, -1)}Y`);
  const shortened = [possessive, plural, pastAndProgressive, finalY, derivation, ending, finalE].reduce(
    (text, step) => step(text),
    consonantY,
  );
  return shortened.toLowerCase();
}

const vowel = "[aeiouy]";
const hasVowel = new RegExp(vowel);

/** Where the part after the first (region 1) or second (region 2) vowel-consonant pair starts. */
function regions(word: string): { readonly first: number; readonly second: number } {
  const after = (from: number): number => {
    const match = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return match ? from + match.index + 2 : word.length;
  };
  const prefix = /^(gener|commun|arsen)/.exec(word);
  const first = prefix ? prefix[0].length : after(0);
  return { first, second: after(first) };
}

function possessive(word: string): string {
  return word.replace(/'s?'?$/, "");
}

function plural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/(ied|ies)$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (/(us|ss)$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function pastAndProgressive(word: string): string {
  const agreed = /(eed|eedly)$/.exec(word);
  if (agreed) return agreed.index >= regions(word).first ? `${word.slice(0, agreed.index)}ee` : word;
  const suffix = /(ed|edly|ing|ingly)$/.exec(word);
  if (!suffix || !hasVowel.test(word.slice(0, suffix.index))) return word;
  const base = word.slice(0, suffix.index);
  if (/(at|bl|iz)$/.test(base)) return `${base}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(base)) return base.slice(0, -1);
  return isShort(base) ? `${base}e` : base;
}

function isShort(word: string): boolean {
  return (
    regions(word).first >= word.length &&
    (/[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word))
  );
}

function finalY(word: string): string {
  return word.length > 2 ? word.replace(/([^aeiouy])[yY]$/, "$1i") : word;
}

const derivations: readonly (readonly [suffix: string, replacement: string])[] = [
  ["ization", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["entli", "ent"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ousli", "ous"],
  ["iviti", "ive"],
  ["fulli", "ful"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["izer", "ize"],
  ["ator", "ate"],
  ["alli", "al"],
  ["bli", "ble"],
  ["ogi", "og"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["alize", "al"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
  ["li", ""],
];

function derivation(word: string): string {
  const { first } = regions(word);
  const rule = derivations.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const [suffix, replacement] = rule;
  const at = word.length - suffix.length;
  if (at < first || (suffix === "li" && !/[cdeghkmnrt]li$/.test(word))) return word;
  return word.slice(0, at) + replacement;
}

function ending(word: string): string {
  const match = /(ement|ment|able|ible|ance|ence|ant|ent|ate|iti|ous|ive|ize|ism|ion|al|er|ic)$/.exec(word);
  if (!match || match.index < regions(word).second) return word;
  return match[0] === "ion" && !/[st]ion$/.test(word) ? word : word.slice(0, match.index);
}

function finalE(word: string): string {
  const { first, second } = regions(word);
  const at = word.length - 1;
  if (word.endsWith("e"))
    return at >= second || (at >= first && !isShort(word.slice(0, at))) ? word.slice(0, at) : word;
  return word.endsWith("ll") && at >= second ? word.slice(0, at) : word;
}
