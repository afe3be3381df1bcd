import { isReadable, lenientText } from "./bytes.ts";
import { encoding } from "./encoding.ts";
import type { Encoding } from "./encoding.ts";
import type { Signs } from "../signs.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  tab: "\t",
  newline: "\n",
  shy: "",
  zwnj: "",
  zwj: "",
  lrm: "",
  rlm: "",
  period: ".",
  comma: ",",
  colon: ":",
  semi: ";",
  sol: "/",
  bsol: "\\",
  lowbar: "_",
  hyphen: "-",
  dash: "-",
  ndash: "–",
  mdash: "—",
  excl: "!",
  quest: "?",
  num: "#",
  dollar: "$",
  percnt: "%",
  ast: "*",
  plus: "+",
  equals: "=",
  commat: "@",
  lpar: "(",
  rpar: ")",
  lsqb: "[",
  rsqb: "]",
  lbrack: "[",
  rbrack: "]",
  lcub: "{",
  rcub: "}",
  verbar: "|",
  grave: "`",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "...",
  middot: "·",
  bull: "•",
  euro: "€",
  pound: "£",
  copy: "©",
  szlig: "ß",
};
const accents: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  tilde: "\u0303",
  cedil: "\u0327",
  ring: "\u030a",
  caron: "\u030c",
};
const namedEscapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Encodings of single characters, as they stand in addresses, pages and programs. */
export const escapes: readonly Encoding[] = [
  encoding(has("%"), /(?:%[0-9a-f]{2})+/giu, ([run]) => lenientText(pairsOf(run.replaceAll("%", ""))), "mild"),
  encoding(
    has("&"),
    /&[a-z]{2,12};|(?:&#(?:\d{1,8}|x[0-9a-f]{1,7});?)+/giu,
    ([found]) => (found.startsWith("&#") ? fromReferences(found) : fromEntity(found)),
    "mild",
  ),
  encoding(has("\\%"), /(?:[\\%]u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\U[0-9a-f]{8})+/giu, ([run]) =>
    fromPoints(run.match(/[0-9a-f]{4,8}|(?<=\{)[0-9a-f]{1,6}/giu) ?? [], 16),
  ),
  encoding(has("\\"), /(?:\\x[0-9a-f]{2})+/giu, ([run]) => lenientText(pairsOf(run.replaceAll(/\\x/giu, "")))),
  encoding(
    (signs) => signs.count("U") > 2 && signs.count("+") > 2,
    /(?:\bU\+[0-9A-F]{4,6}[\s,;-]{0,2}){3,}/gu,
    ([run]) => fromPoints(run.match(/[0-9A-F]{4,6}/gu) ?? [], 16),
  ),
  encoding(
    (signs) => signs.count("\\") > 2,
    /(?:\\[0-9a-f]{1,6} ?){3,}/giu,
    ([run]) => fromBackslashes(run),
  ),
  encoding(has("\\"), /\\[nrt](?=\p{L})/gu, ([found]) => namedEscapes[found.charAt(1)], "mild"),
  encoding(
    isQuotedPrintable,
    /(?:=[0-9A-F]{2})+|=\r?\n/gu,
    ([run]) => lenientText(pairsOf(run.replaceAll(/[=\r\n]/gu, ""))),
    "mild",
  ),
];

function has(characters: string): Encoding["isLikely"] {
  return (signs) => signs.count(characters) > 0;
}

/** Quoted-printable (RFC 2045) is told from a query string by how often it comes, or by its soft line ends. */
function isQuotedPrintable(signs: Signs, text: string): boolean {
  if (signs.count("=") === 0) return false;
  return (
    (signs.count("=") > 2 && /=[0-9A-F]{2}[^=]{0,80}=[0-9A-F]{2}[^=]{0,80}=[0-9A-F]{2}/u.test(text)) ||
    /\p{L}=\r?\n\p{L}/u.test(text)
  );
}

/** Hexadecimal digits as bytes, two by two. */
export function pairsOf(digits: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at + 2 <= digits.length; at += 2) bytes.push(digitAt(digits, at) * 16 + digitAt(digits, at + 1));
  return bytes;
}

function digitAt(digits: string, at: number): number {
  const code = digits.charCodeAt(at) | 0x20;
  return code >= 97 ? code - 87 : code - 48;
}

/** Numbers of characters as text; undefined where one is none. */
function fromPoints(numbers: readonly string[], base: number): string | undefined {
  const points = numbers.map((number) => Number.parseInt(number, base));
  if (points.length === 0 || points.some((point) => !(point <= 0x10ffff))) return undefined;
  const shown = points.filter((point) => point > 8 && point !== 0x7f);
  // Written in halves, a pair joins here; a half alone is nothing.
  return shown
    .map((point) => String.fromCodePoint(point))
    .join("")
    .replace(/\p{Cs}/gu, "");
}

function fromEntity(found: string): string | undefined {
  const name = found.slice(1, -1).toLowerCase();
  const accent = accents[name.slice(1)];
  return accent === undefined ? entities[name] : (found.charAt(1) + accent).normalize("NFC");
}

/** References by number, side by side. */
function fromReferences(run: string): string {
  return run.replaceAll(/&#(?:x([0-9a-f]+)|(\d+));?/giu, (whole, hexadecimal?: string, decimal?: string) => {
    const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const isCharacter = point > 8 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
    return isCharacter ? String.fromCodePoint(point) : whole.length > 8 ? "" : whole;
  });
}

/** Octal escapes of programs and hexadecimal ones of style sheets look alike; the reading that is text stands. */
function fromBackslashes(run: string): string | undefined {
  const numbers = run.match(/[0-9a-f]+/giu) ?? [];
  const octal = numbers.every((number) => /^[0-7]{2,3}$/u.test(number)) ? fromPoints(numbers, 8) : undefined;
  if (octal !== undefined && isReadable(octal)) return octal;
  const hexadecimal = fromPoints(numbers, 16);
  return hexadecimal !== undefined && isReadable(hexadecimal) ? hexadecimal : undefined;
}
