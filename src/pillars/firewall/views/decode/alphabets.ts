import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";
import { encoding } from "./encoding.ts";
import type { Encoding } from "./encoding.ts";

const morseSigns =
  "a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- x-..- y-.-- z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----.";
const morse: ReadonlyMap<string, string> = new Map(
  morseSigns.split(" ").map((entry) => [entry.slice(1), entry.slice(0, 1)] as const),
);
/** Dots of grade 1 Braille as bits 0 to 5, in the order of the alphabet. */
const braille = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";

/** Letters in other signs: Morse, Braille, the letters that flags are made of. */
export const alphabets: readonly Encoding[] = [
  {
    isLikely: (signs) => signs.count(".-_") + signs.beyond >= 10,
    *read(text) {
      // The sign comes first and what must not stand before it second: signs are rarer than places without a word.
      const run =
        /[.·•∙_–—-](?<![.·•∙_–—\-\w].)[.·•∙_–—-]{0,5}(?:(?: {1,3}| ?[/|] ?|\n)[.·•∙_–—-]{1,6}){4,}(?![.·•∙_–—\-\w])/gu;
      for (const match of text.matchAll(run)) {
        const decoded = fromMorse(match[0]);
        if (decoded !== undefined) yield pieceOf(match, decoded);
      }
    },
  },
  encoding(isBeyond, /[\u2801-\u283f](?:[ \u2800]{0,3}[\u2801-\u283f])+/gu, ([run]) =>
    Array.from(run, fromBraille).join(""),
  ),
  encoding(
    (signs, text) => isBeyond(signs) && text.includes("\ud83c"),
    /[\u{1f1e6}-\u{1f1ff}](?:\s{0,3}[\u{1f1e6}-\u{1f1ff}]){3,}/gu,
    ([run]) =>
      Array.from(run, (letter) => {
        const index = (letter.codePointAt(0) ?? 0) - 0x1f1e6;
        return index < 0 ? letter : String.fromCharCode(97 + index);
      }).join(""),
  ),
];

function isBeyond(signs: Signs): boolean {
  return signs.beyond > 3;
}

function pieceOf(match: RegExpExecArray, text: string): Piece {
  return { start: match.index, end: match.index + match[0].length, text };
}

/** Undefined unless nearly every sign is one and both dots and dashes are used. */
function fromMorse(run: string): string | undefined {
  const plain = run.replaceAll(/[·•∙]/gu, ".").replaceAll(/[_–—]/gu, "-");
  if (!plain.includes(".") || !plain.includes("-")) return undefined;
  const signs = plain.match(/[.-]+/gu) ?? [];
  const known = signs.filter((sign) => morse.has(sign)).length;
  if (known < signs.length * 0.9) return undefined;
  return plain.replaceAll(/([.-]+)( {2,3}| ?[/|] ?|\n| )?/gu, (_, sign: string, after = "") => {
    const isWordEnd = after !== "" && after !== " ";
    return (morse.get(sign) ?? "") + (isWordEnd ? " " : "");
  });
}

function fromBraille(sign: string): string {
  if (sign === " " || sign === "\u2800") return " ";
  const index = braille.indexOf(sign);
  return index === -1 ? "" : String.fromCharCode(97 + index);
}
