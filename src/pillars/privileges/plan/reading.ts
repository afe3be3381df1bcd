import { withoutExclusions } from "#pillars/autonomy";
import { isOf as isOfClass, type Lexicon, lexiconFor, type NounEntry, type VerbEntry } from "./lexicon.ts";
import { withoutCopies, withQuotes } from "./quoted.ts";
import { requestTokens, type Token } from "./request-tokens.ts";
import type { GrammarClass } from "./vocabulary.ts";

/** A request in words, with what its language knows about them. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

/** Longer requests are read to here: an order has to come from somebody's own words, and nobody writes that many. */
const longest = 20_000;

/** `own` are verbs that only the tools at hand know. */
export function readWords(written: string, own: readonly VerbEntry[]): Reading {
  const text = withoutExclusions(written.slice(0, longest));
  const tokens = withQuotes(requestTokens(withoutCopies(text)), text);
  const known = lexiconFor(tokens.map(({ plain }) => plain));
  const news = own.filter(({ words: [word = ""] }) => !known.verbs.has(word));
  const verbs = new Map([...known.verbs, ...news.map((verb) => [verb.words[0] ?? "", [verb]] as const)]);
  const lexicon = { ...known, verbs };
  return { tokens: withoutContent({ tokens, lexicon }), lexicon };
}

export function isWord({ tokens, lexicon }: Reading, at: number, ...classes: readonly GrammarClass[]): boolean {
  return isOfClass(lexicon, tokens[at]?.plain, ...classes);
}

export function isEdge(token: Token | undefined): boolean {
  return token === undefined || ["stop", "comma", "colon", "mark"].includes(token.kind);
}

/** How far apart the two words of "call ... off" may stand. */
const reach = 12;

/** What the verb at a place may mean, in its longest form. */
export function verbsAt({ tokens, lexicon }: Reading, at: number): readonly VerbEntry[] {
  const token = tokens[at];
  if (token?.kind !== "word" || token.isPossessive === true) return [];
  const bare = withoutClitic(lexicon.verbs, token.plain);
  const standing = entriesFor(lexicon.verbs, bare).filter(({ words, isParted }) =>
    isParted ? isPartedAt(words, tokens, at) : isAt(words, tokens, at),
  );
  const length = standing[0]?.words.length;
  return standing.filter(({ words }) => words.length === length);
}

/** "Mándaselo", "inviagli": pronouns that the language writes on to its verb. */
function withoutClitic(verbs: Lexicon["verbs"], plain: string): string {
  if (verbs.has(plain) || plain.length < 5 || plain.length > 30) return plain;
  const ending = clitics.find((each) => plain.endsWith(each) && verbs.has(plain.slice(0, -each.length)));
  return ending === undefined ? plain : plain.slice(0, -ending.length);
}

const clitics: readonly string[] =
  "glielo gliela melo mela selo sela selos telo gli mele le lo la les los las me mi nos li ne ci se te".split(" ");

function isAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => index === 0 || tokens[at + index]?.plain === word);
}

function isPartedAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index <= at + reach && !isEdge(tokens[index]); index += 1)
    if (tokens[index]?.plain === words.at(-1)) return true;
  return false;
}

/** What the noun at a place may mean, in its longest form; long words also by their end ("Kalendereintrag"). */
export function nounsAt({ tokens, lexicon }: Reading, at: number): readonly NounEntry[] {
  const token = tokens[at];
  if (token?.kind !== "word") return [];
  const standing = entriesFor(lexicon.nouns, token.plain).filter(({ words }) => isAt(words, tokens, at));
  const length = standing[0]?.words.length;
  return length === undefined
    ? endingOf(lexicon.nouns, token.plain)
    : standing.filter(({ words }) => words.length === length);
}

function entriesFor<Entry>(entries: ReadonlyMap<string, readonly Entry[]>, plain: string): readonly Entry[] {
  return entries.get(plain) ?? (plain.includes("-") ? entries.get(plain.replaceAll("-", "")) : undefined) ?? [];
}

function endingOf(nouns: Lexicon["nouns"], plain: string): readonly NounEntry[] {
  if (plain.length < 9 || plain.length > 40) return [];
  for (let from = 3; from <= plain.length - 5; from += 1) {
    const found = nouns.get(plain.slice(from))?.filter(({ words }) => words.length === 1) ?? [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Without what stands behind the colon of "write the following message: ...": those are words to be sent. */
function withoutContent(reading: Reading): readonly Token[] {
  const { tokens } = reading;
  const kept: Token[] = [];
  let isContent = false;
  let hasContentNoun = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "stop") [isContent, hasContentNoun] = [isContent && token.text !== "\n", false];
    if (isWord(reading, at, "content", "report")) hasContentNoun = true;
    if (!isContent) kept.push(token);
    const isAddress = ["url", "email", "file"].includes(tokens[at + 1]?.kind ?? "");
    if (token.kind === "colon" && hasContentNoun && !isAddress) isContent = true;
  }
  return kept;
}
