import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";

/** One way to write text as other characters. */
export interface Encoding {
  /** Whether there can be anything to look for in a text of such characters. */
  readonly isLikely: (signs: Signs, text: string) => boolean;
  /** Every stretch that can be read, in order, without overlaps. Takes linear time. */
  readonly read: (text: string) => Iterable<Piece>;
}

/** An encoding whose every match is read on its own; undefined leaves a match as it is. */
export function encoding(
  isLikely: Encoding["isLikely"],
  run: RegExp,
  decode: (match: RegExpExecArray) => string | undefined,
  effort: Piece["effort"] = "disguise",
): Encoding {
  return {
    isLikely,
    *read(text) {
      for (const match of text.matchAll(run)) {
        const decoded = decode(match);
        if (decoded === undefined || decoded === match[0]) continue;
        yield { start: match.index, end: match.index + match[0].length, text: decoded, effort };
      }
    },
  };
}
