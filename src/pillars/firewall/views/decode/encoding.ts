import type { Run, Signs } from "../signs.ts";
import type { Piece } from "../view.ts";

/** One way to write text as other characters. */
export interface Encoding {
  /** Whether there can be anything to look for in a text of such characters. */
  readonly isLikely: (signs: Signs, text: string) => boolean;
  /** Every stretch that can be read, in order, without overlaps. Takes linear time. */
  readonly read: (text: string, signs: Signs) => Iterable<Piece>;
}

/** Undefined leaves a match as it is. */
type Decode = (match: RegExpExecArray) => string | undefined;

/** What an expression looks at beyond a run: padding, and the border after it. */
const around = 10;

/** An encoding whose every match is read on its own. */
export function encoding(
  isLikely: Encoding["isLikely"],
  run: RegExp,
  decode: Decode,
  effort: Piece["effort"] = "disguise",
): Encoding {
  return {
    isLikely,
    *read(text) {
      for (const match of text.matchAll(run)) {
        const piece = pieceOf(match, match.index, decode);
        if (piece !== undefined) yield { ...piece, effort };
      }
    },
  };
}

/** An encoding that lies within one of the text's runs. */
export function encodingInRun(isFitting: (run: Run) => boolean, pattern: RegExp, decode: Decode): Encoding {
  return {
    isLikely: ({ runs }) => runs.some(isFitting),
    *read(text, { runs }) {
      for (const run of runs) {
        if (!isFitting(run)) continue;
        const from = Math.max(0, run.start - 1);
        for (const match of text.slice(from, run.end + around).matchAll(pattern)) {
          const start = from + match.index;
          if (start >= run.end) break;
          const piece = pieceOf(match, start, decode);
          if (piece !== undefined) yield piece;
        }
      }
    },
  };
}

/** An encoding that begins where one of the text's runs does; the pattern is sticky. */
export function encodingFromRun(
  isFitting: (run: Run) => boolean,
  isLikely: Encoding["isLikely"],
  pattern: RegExp,
  decode: Decode,
): Encoding {
  return {
    isLikely: (signs, text) => signs.runs.some(isFitting) && isLikely(signs, text),
    *read(text, { runs }) {
      let end = 0;
      for (const run of runs) {
        if (run.start < end || !isFitting(run)) continue;
        pattern.lastIndex = run.start;
        const match = pattern.exec(text);
        if (match === null) continue;
        end = pattern.lastIndex;
        const piece = pieceOf(match, run.start, decode);
        if (piece !== undefined) yield piece;
      }
    },
  };
}

function pieceOf(match: RegExpExecArray, start: number, decode: Decode): Piece | undefined {
  const decoded = decode(match);
  if (decoded === undefined || decoded === match[0]) return undefined;
  return { start, end: start + match[0].length, text: decoded };
}
