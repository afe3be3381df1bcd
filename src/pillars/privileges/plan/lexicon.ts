import { plainWord } from "./plain-word.ts";
import type { Action, GrammarClass, LanguageWords, Thing } from "./vocabulary.ts";
import { languages } from "./words/index.ts";

export type VerbForm = "command" | "infinitive" | "participle";

export interface VerbEntry {
  readonly words: readonly string[];
  /** The last word may stand apart: "call the meeting off". */
  readonly isParted: boolean;
  readonly action: Action;
  readonly form: VerbForm;
  readonly about?: Thing;
}

export interface NounEntry {
  readonly words: readonly string[];
  readonly thing?: Thing;
  readonly deed?: Action;
  readonly isPlural: boolean;
}

/** Entries by their first word; longer ones first. */
export type Entries<Entry> = ReadonlyMap<string, readonly Entry[]>;

function byFirstWord<Entry extends { readonly words: readonly string[] }>(entries: readonly Entry[]): Entries<Entry> {
  const sorted = entries.toSorted((one, other) => other.words.length - one.words.length);
  return Map.groupBy(sorted, ({ words }) => words[0] ?? "");
}

function entriesOf<Name extends string>(
  lists: Partial<Readonly<Record<Name, string>>>,
): readonly (readonly [Name, string])[] {
  return typedEntries(lists).flatMap(([name, list]) => words(list).map((word) => [name, word] as const));
}

function typedEntries<Name extends string>(
  lists: Partial<Readonly<Record<Name, string>>>,
): readonly (readonly [Name, string])[] {
  const found: (readonly [Name, string])[] = [];
  for (const name in lists) {
    const list = lists[name];
    if (list !== undefined) found.push([name, list]);
  }
  return found;
}

function words(list: string): readonly string[] {
  return list.split(" ").filter((word) => word !== "");
}

function verbsOf({ commands, infinitives = {}, participles = {} }: LanguageWords): readonly VerbEntry[] {
  const forms: readonly (readonly [VerbForm, Partial<Readonly<Record<Action, string>>>])[] = [
    ["command", commands],
    ["infinitive", infinitives],
    ["participle", participles],
  ];
  return forms.flatMap(([form, lists]) =>
    entriesOf(lists).map(([action, written]) => verbEntry(action, written, form)),
  );
}

function verbEntry(action: Action, written: string, form: VerbForm): VerbEntry {
  const [verb = "", about] = written.split(":");
  const entry = { words: plainWord(verb).split(/[_~]/), isParted: verb.includes("~"), action, form };
  const thing = things.find((each) => each === about);
  return thing === undefined ? entry : { ...entry, about: thing };
}

const things: readonly Thing[] = ["email", "message", "post", "payment", "event", "money", "channel"];

function nounsOf({ things: lists, deeds }: LanguageWords): readonly NounEntry[] {
  return [
    ...entriesOf(lists).flatMap(([thing, written]) =>
      written.split("/").map((word, index) => ({ words: plainWord(word).split("_"), thing, isPlural: index > 0 })),
    ),
    ...entriesOf(deeds).map(([deed, word]) => ({ words: plainWord(word).split("_"), deed, isPlural: false })),
  ];
}

/** All languages in one: people mix them, and a request says nothing about its own. */
export const verbs: Entries<VerbEntry> = byFirstWord(languages.flatMap(verbsOf));
export const nouns: Entries<NounEntry> = byFirstWord(languages.flatMap(nounsOf));

const grammar: ReadonlyMap<string, ReadonlySet<GrammarClass>> = new Map(
  [
    ...Map.groupBy(
      languages.flatMap((language) => entriesOf(language.grammar)),
      ([, word]) => plainWord(word),
    ),
  ].map(([word, entries]) => [word, new Set(entries.map(([name]) => name))]),
);

export function isOf(word: string | undefined, ...classes: readonly GrammarClass[]): boolean {
  const known = word === undefined ? undefined : grammar.get(word);
  return known !== undefined && classes.some((each) => known.has(each));
}

/** A word that the language data names in any way: nobody's name. */
export function isKnownWord(word: string): boolean {
  return grammar.has(word) || verbs.has(word) || nouns.has(word);
}
