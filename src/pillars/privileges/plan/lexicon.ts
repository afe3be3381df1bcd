import { plainWord } from "./plain-word.ts";
import { type Action, type GrammarClass, type LanguageWords, type Thing, verbThings } from "./vocabulary.ts";
import { languages } from "./words/index.ts";

type VerbForm = "command" | "infinitive" | "participle";

/** What a verb does: something known, or what a tool calls it (`~rotate`). */
export type Deed = Action | `~${string}`;

export interface VerbEntry {
  readonly words: readonly string[];
  /** The last word may stand apart: "call the meeting off". */
  readonly isParted: boolean;
  readonly action: Deed;
  readonly form: VerbForm;
  readonly about?: Thing;
}

export interface NounEntry {
  readonly words: readonly string[];
  readonly thing?: Thing;
  readonly deed?: Action;
  readonly isPlural: boolean;
}

/** Entries by their first word, longer ones first. */
type Entries<Entry> = ReadonlyMap<string, readonly Entry[]>;

export interface Lexicon {
  readonly verbs: Entries<VerbEntry>;
  readonly nouns: Entries<NounEntry>;
  readonly grammar: ReadonlyMap<string, ReadonlySet<GrammarClass>>;
  readonly hasCapitalNouns: boolean;
}

export function isOf({ grammar }: Lexicon, word: string | undefined, ...classes: readonly GrammarClass[]): boolean {
  const known = word === undefined ? undefined : grammar.get(word);
  return known !== undefined && classes.some((each) => known.has(each));
}

/** A word that the language has: nobody's name. */
export function isKnownWord({ verbs, nouns, grammar }: Lexicon, word: string): boolean {
  return grammar.has(word) || verbs.has(word) || nouns.has(word);
}

function byFirstWord<Entry extends { readonly words: readonly string[] }>(entries: readonly Entry[]): Entries<Entry> {
  const sorted = entries.toSorted((one, other) => other.words.length - one.words.length);
  return Map.groupBy(sorted, ({ words }) => words[0] ?? "");
}

type Lists<Name extends string> = Partial<Readonly<Record<Name, string>>>;

function entriesOf<Name extends string>(lists: Lists<Name>): readonly (readonly [Name, string])[] {
  const found: (readonly [Name, string])[] = [];
  for (const name in lists) {
    const list: string = lists[name] ?? "";
    found.push(...list.split(" ").map((word) => [name, word] as const));
  }
  return found.filter(([, word]) => word !== "");
}

function verbsOf({ commands, infinitives = {}, participles = {} }: LanguageWords): readonly VerbEntry[] {
  const forms = { command: commands, infinitive: infinitives, participle: participles };
  return (["command", "infinitive", "participle"] as const).flatMap((form) =>
    entriesOf(forms[form]).map(([action, written]) => verbEntry(action, written, form)),
  );
}

function verbEntry(action: Action, written: string, form: VerbForm): VerbEntry {
  const [verb = "", about] = written.split(":");
  const entry = { words: plainWord(verb).split(/[_~]/), isParted: verb.includes("~"), action, form };
  const thing = verbThings.find((each) => each === about);
  return thing === undefined ? entry : { ...entry, about: thing };
}

function nounsOf({ things, deeds }: LanguageWords): readonly NounEntry[] {
  return [
    ...entriesOf(things).flatMap(([thing, written]) =>
      written.split("/").map((word, index) => ({ words: plainWord(word).split("_"), thing, isPlural: index > 0 })),
    ),
    ...entriesOf(deeds).map(([deed, word]) => ({ words: plainWord(word).split("_"), deed, isPlural: false })),
  ];
}

function grammarOf({ grammar }: LanguageWords): Lexicon["grammar"] {
  const byWord = Map.groupBy(entriesOf(grammar), ([, word]) => plainWord(word));
  return new Map([...byWord].map(([word, entries]) => [word, new Set(entries.map(([name]) => name))]));
}

const [english] = languages;

/** The words for things are used across languages, English ones everywhere; what makes a sentence is each language's own. */
const lexicons: readonly (Lexicon & { readonly own: ReadonlySet<string> })[] = languages.map((language) => {
  const known = [...new Set([language, english])];
  return {
    own: new Set([
      ...grammarOf(language).keys(),
      ...[...verbsOf(language), ...nounsOf(language)].flatMap(({ words }) => words),
    ]),
    verbs: byFirstWord(known.flatMap(verbsOf)),
    nouns: byFirstWord(known.flatMap(nounsOf)),
    grammar: grammarOf(language),
    hasCapitalNouns: language.hasCapitalNouns === true,
  };
});

/** What tools may be named with. */
export const everyLanguage: Lexicon = {
  verbs: byFirstWord(languages.flatMap(verbsOf)),
  nouns: byFirstWord(languages.flatMap(nounsOf)),
  grammar: grammarOf(english),
  hasCapitalNouns: false,
};

/** The lexicon of the language that most words of a text are of; the first one where two have as many. */
export function lexiconFor(words: readonly string[]): Lexicon {
  const counts = lexicons.map(({ own }) => words.filter((word) => own.has(word)).length);
  return lexicons[counts.indexOf(Math.max(...counts))] ?? everyLanguage;
}
