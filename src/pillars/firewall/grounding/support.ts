import type { InspectContext } from "../types.ts";
import { foldCase } from "../views/fold-case.ts";
import { languagesOfText } from "./languages.ts";
import { figuresOf, namedFigure, plainDigits } from "./numbers.ts";
import { statementsOf } from "./statements.ts";
import { stemOf, stemsOf } from "./stems.ts";

interface SourceStatement {
  readonly stems: ReadonlySet<string>;
  readonly languages: readonly string[];
}

/** What an answer may rest on. */
export interface Support {
  readonly statements: readonly SourceStatement[];
  /** In which of them a number stands. */
  readonly figures: ReadonlyMap<string, readonly number[]>;
  readonly stems: ReadonlySet<string>;
  /** What the person and the author said: it explains names and words, but proves no number that is not a code. */
  readonly said: ReadonlySet<string>;
  readonly saidFigures: ReadonlySet<string>;
  /** Languages of the sources; in another one, their words are not to be expected. */
  readonly languages: ReadonlySet<string>;
}

/** Sources beyond this many characters are not read; the answer then has less to rest on. */
const mostSource = 1_000_000;
/** Places that are remembered of one number. */
const mostPlaces = 64;
/** A number of so many digits is a code that the person may have given, not an amount. */
const shortestCode = 4;

export function supportOf({ sources = [], trustedText = [], instructions = "" }: InspectContext): Support {
  const statements: SourceStatement[] = [];
  const figures = new Map<string, number[]>();
  const languages = new Set<string>();
  const stems = new Set<string>();
  let room = mostSource;
  for (const source of sources) {
    const text = plainDigits(source.slice(0, Math.max(0, room)).normalize("NFKC"));
    room -= text.length;
    for (const { start, end } of statementsOf(text).spans) {
      const statement = text.slice(start, end);
      const { content, words } = stemsOf(foldCase(statement));
      const spoken = languagesOfText(statement, words);
      for (const language of spoken) languages.add(language);
      for (const stem of content) stems.add(stem);
      for (const word of words) stems.add(stemOf(word));
      const values = [
        ...figuresOf(statement).map(({ value }) => value),
        ...words.flatMap((word) => namedFigure(word) ?? []),
      ];
      for (const value of values) {
        const places = figures.get(value);
        if (places === undefined) figures.set(value, [statements.length]);
        else if (places.length < mostPlaces) places.push(statements.length);
      }
      statements.push({ stems: new Set(content), languages: spoken });
    }
  }
  const theirs = trustedText.join("\n").normalize("NFKC");
  const told = `${theirs}\n${instructions}`;
  const { content, words } = stemsOf(foldCase(told));
  const codes = figuresOf(plainDigits(theirs)).filter(
    ({ start, end }) => end - start >= shortestCode || /\p{L}/u.test(theirs.charAt(start - 1)),
  );
  return {
    statements,
    figures,
    stems,
    said: new Set([...content, ...words.map(stemOf)]),
    saidFigures: new Set([...codes, ...figuresOf(plainDigits(instructions))].map(({ value }) => value)),
    languages,
  };
}
