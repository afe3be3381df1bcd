import { isKnownWord, isOf, nouns, verbs, type NounEntry, type VerbEntry } from "./lexicon.ts";
import { withoutCopies, withQuotes } from "./quoted.ts";
import { requestTokens, type Token } from "./request-tokens.ts";
import type { RequestSpan } from "./tool-plan.ts";
import type { Action, Thing } from "./vocabulary.ts";

/** Whom or what a request names. */
export interface Named {
  readonly kind: "email" | "url" | "file" | "name";
  readonly text: string;
}

/** One thing that the words ask for. */
export interface Order extends RequestSpan {
  readonly action: Action;
  /** What it is about; `mentioned` has also what only describes that. */
  readonly things: ReadonlySet<Thing>;
  readonly mentioned: ReadonlySet<Thing>;
  readonly names: readonly Named[];
  /** It asks for all, or for several: nobody says how often. */
  readonly isOpen: boolean;
}

/** The request taken apart: what it asks for, every address in it, and whether it hands over work that is written elsewhere. */
export interface Request {
  readonly orders: readonly Order[];
  readonly urls: readonly Token[];
  readonly delegates: boolean;
}

/** Longer requests are read to here: an order has to come from somebody's own words, and nobody writes that many. */
const longest = 20_000;

export function readRequest(written: string): Request {
  const text = written.slice(0, longest);
  const tokens = withoutContent(withQuotes(requestTokens(withoutCopies(text)), text));
  const starts = tokens.flatMap((_, at) => orderAt(tokens, at) ?? []);
  const orders: Order[] = [];
  for (const [index, start] of starts.entries())
    orders.push(orderOf(tokens, start, starts[index + 1]?.at ?? tokens.length, orders.at(-1)));
  return {
    orders: orders.filter(({ action }) => action !== "do"),
    urls: tokens.filter(({ kind }) => kind === "url"),
    delegates: starts.some(({ action, at }) => action === "do" && hasDuty(tokens, at)),
  };
}

interface OrderStart {
  readonly action: Action;
  readonly at: number;
  readonly about?: Thing | undefined;
}

function orderAt(tokens: readonly Token[], at: number): OrderStart | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || isNegated(tokens, at)) return undefined;
  const verb = (verbs.get(token.plain) ?? []).find((entry) => matches(entry, tokens, at));
  if (verb !== undefined && asks(verb, tokens, at)) return { action: actionOf(verb), at, about: verb.about };
  const deed = nounAt(tokens, at)?.deed;
  return deed !== undefined && isWanted(tokens, at) ? { action: deed, at } : undefined;
}

function actionOf({ action }: VerbEntry): Action {
  return action;
}

function matches(
  { words, isParted }: Pick<VerbEntry, "words" | "isParted">,
  tokens: readonly Token[],
  at: number,
): boolean {
  const [, ...rest] = words;
  const last = rest.at(-1);
  if (isParted && last !== undefined) return tokens.slice(at + 1, at + 7).some(({ plain }) => plain === last);
  return rest.every((word, index) => tokens[at + 1 + index]?.plain === word);
}

function nounAt(tokens: readonly Token[], at: number): NounEntry | undefined {
  const found = nouns.get(tokens[at]?.plain ?? "") ?? [];
  return found.find((entry) => matches({ words: entry.words, isParted: false }, tokens, at));
}

/** Whether a verb gives an order where it stands: at the beginning of a clause, or after "can you", "I want to". */
function asks({ form }: VerbEntry, tokens: readonly Token[], at: number): boolean {
  if (form === "participle") return tokens[at - 1]?.plain === "be" && isWanted(tokens, at);
  let before = at - 1;
  while (isOf(wordAt(tokens, before), "polite")) before -= 1;
  const word = wordAt(tokens, before);
  if (word === undefined || opensWithEach(tokens, at)) return true;
  if (isOf(word, "join", "turn")) return true;
  if (isOf(word, "infinitive")) return !isOf(wordAt(tokens, before - 1), "how", "ask") && isWanted(tokens, before);
  return isOf(word, "you") && isOf(wordAt(tokens, before - 1), "modal");
}

/** "To each user write ...". */
function opensWithEach(tokens: readonly Token[], at: number): boolean {
  const words = clauseBefore(tokens, at);
  const every = words.findIndex((word) => isOf(word, "every"));
  if (every === -1 || !isOf(words[every + 1], "into", "for")) return false;
  const first = words[every + 2];
  return first === undefined || isOf(first, "join");
}

/** The word there; undefined at the edge of a clause. */
function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token === undefined || isEdge(token) || tokens[at + 1]?.opensLine === true ? undefined : token.plain;
}

function isEdge({ kind, opensLine }: Token): boolean {
  return (
    kind === "stop" ||
    kind === "comma" ||
    kind === "colon" ||
    kind === "mark" ||
    (kind === "number" && opensLine === true)
  );
}

const reach = 10;

/** The words of the clause before a place, nearest first. */
function clauseBefore(tokens: readonly Token[], at: number): readonly string[] {
  const words: string[] = [];
  for (let back = at - 1; back >= 0 && words.length < reach; back -= 1) {
    const word = wordAt(tokens, back);
    if (word === undefined) break;
    words.push(word);
  }
  return words;
}

/** "I want", "could you", "please make": somebody asks for what follows. */
function isWanted(tokens: readonly Token[], at: number): boolean {
  const words = clauseBefore(tokens, at);
  const isAsked = words.some(
    (word) => isOf(word, "want", "modal") || verbs.get(word)?.some(({ form }) => form === "command"),
  );
  return isAsked && !words.some((word) => isOf(word, "how", "report"));
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  const words = clauseBefore(tokens, at);
  const no = words.findIndex((word) => isOf(word, "negation"));
  return no !== -1 && !words.slice(0, no).some((word) => isOf(word, "forget", "turn"));
}

function hasDuty(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + reach).some(({ plain }) => isOf(plain, "duty"));
}

function orderOf(
  tokens: readonly Token[],
  { action, at, about }: OrderStart,
  next: number,
  before: Order | undefined,
): Order {
  const end = endOf(tokens, at, next);
  const own = nounsIn(tokens, at + 1, end);
  const said = [
    ...(about === undefined ? [] : [about]),
    ...own.flatMap((noun) => (noun.isDescription ? [] : noun.thing)),
  ];
  const region = tokens.slice(at + 1, end);
  // "Find a channel with many users and post there": what was spoken of before is meant.
  const isBack = said.length === 0 && region.slice(0, reach).some(({ plain }) => isOf(plain, "pronoun"));
  return {
    action,
    start: tokens[at]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    things: new Set(isBack ? (before?.things ?? []) : said),
    mentioned: new Set(own.map(({ thing }) => thing)),
    names: namesIn(tokens, at + 1, end),
    isOpen:
      own.some(({ isPlural, isDescription }) => isPlural && !isDescription) ||
      region.some(({ plain }) => isOf(plain, "every")) ||
      opensWithEach(tokens, at),
  };
}

interface SaidNoun {
  readonly thing: Thing;
  readonly isPlural: boolean;
  /** It only says which one: "the mail about the meeting". */
  readonly isDescription: boolean;
}

function nounsIn(tokens: readonly Token[], from: number, to: number): readonly SaidNoun[] {
  const found: SaidNoun[] = [];
  let isDescription = false;
  let isClause = false;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.plain;
    const noun = nounAt(tokens, at);
    if (isOf(word, "into", "for", "via")) isDescription = isClause;
    else if (isOf(word, "from") && !(isOf(word, "article") && nounAt(tokens, at + 1) !== undefined)) {
      isDescription = true;
      isClause ||= isOf(word, "ask", "subject");
    }
    const isPhrase = word === "order" && tokens[at - 1]?.plain === "in";
    if (noun?.thing !== undefined && !isPhrase)
      found.push({ thing: noun.thing, isPlural: noun.isPlural, isDescription });
  }
  return found;
}

/** An order ends with its sentence, and where the next one begins. */
function endOf(tokens: readonly Token[], at: number, next: number): number {
  for (let end = at + 1; end < next; end += 1) if (tokens[end]?.kind === "stop") return end;
  return next;
}

function namesIn(tokens: readonly Token[], from: number, to: number): readonly Named[] {
  const names: Named[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { kind, text } = token;
    if (kind === "email" || kind === "url" || kind === "file") names.push({ kind, text });
    else if (kind === "quote" && isAddressed(tokens, at)) names.push({ kind: "name", text });
    else if (isName(token) && !isOf(tokens[at - 1]?.plain, "content")) {
      let last = at;
      while (last + 1 < to && isName(tokens[last + 1])) last += 1;
      names.push({
        kind: "name",
        text: tokens
          .slice(at, last + 1)
          .map((each) => each.text)
          .join(" "),
      });
      at = last;
    }
  }
  return names;
}

/** A quotation that is somebody's name: 'general' in "to 'general'" and in "the 'general' channel", never a title. */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  const isShort = (tokens[at]?.text ?? "").split(/\s+/u).length <= 3;
  const before = isOf(tokens[at - 1]?.plain, "article") ? at - 2 : at - 1;
  const beside = [nounAt(tokens, at - 1)?.thing, nounAt(tokens, at + 1)?.thing];
  const isPlace = beside.some((thing) => thing === "channel" || thing === "person");
  return isShort && (isPlace || isOf(tokens[before]?.plain, "into", "for"));
}

/** Written with a capital inside a sentence, and no word of the language. */
function isName(token: Token | undefined): boolean {
  return token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isKnownWord(token.plain);
}

function isAddress(token: Token | undefined): boolean {
  return token?.kind === "url" || token?.kind === "email" || token?.kind === "file";
}

/** Without what stands behind the colon of "write the following message: ...": those are words to be sent. */
function withoutContent(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  let isContent = false;
  let hasContentNoun = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "stop") [isContent, hasContentNoun] = [isContent && token.text !== "\n", false];
    if (isOf(token.plain, "content", "report")) hasContentNoun = true;
    if (!isContent) kept.push(token);
    if (token.kind === "colon" && hasContentNoun && !isAddress(tokens[at + 1])) isContent = true;
  }
  return kept;
}
