import { type Command, commandsIn } from "./commands.ts";
import type { Deed, VerbEntry } from "./lexicon.ts";
import { type Named, namesIn } from "./names.ts";
import { isEdge, isWord, nounsAt, type Reading, readWords } from "./reading.ts";
import type { Token } from "./request-tokens.ts";
import type { RequestSpan } from "./tool-plan.ts";
import type { GrammarClass, Thing } from "./vocabulary.ts";

/** One thing that the words ask for. */
export interface Order extends RequestSpan {
  /** More than one where the verb has several meanings. */
  readonly actions: readonly Deed[];
  /** What it is about. */
  readonly things: ReadonlySet<Thing>;
  /** What was spoken of before, when the words point back to it. */
  readonly before: ReadonlySet<Thing>;
  /** What that is a part of: the card in "the limit of my card". */
  readonly wholes: ReadonlySet<Thing>;
  /** All of it, and what only describes it. */
  readonly mentioned: ReadonlySet<Thing>;
  readonly names: readonly Named[];
  /** The numbers in its words, as they are written. */
  readonly amounts: readonly string[];
  /** It asks for all, or for several: nobody says how often. */
  readonly isOpen: boolean;
  /** Every month. */
  readonly isRecurring: boolean;
}

/** The request taken apart: what it asks for, every address in it, and whether it hands over work that is written elsewhere. */
export interface Request {
  readonly orders: readonly Order[];
  readonly urls: readonly Token[];
  readonly delegates: boolean;
}

export function readRequest(written: string, own: readonly VerbEntry[] = []): Request {
  const reading = readWords(written, own);
  const commands = commandsIn(reading);
  const orders: Order[] = [];
  for (const [index, command] of commands.entries())
    orders.push(orderOf(reading, command, commands[index - 1], commands[index + 1], orders.at(-1)));
  return {
    orders: orders.filter(({ actions }) => !actions.includes("do")),
    urls: reading.tokens.filter(({ kind }) => kind === "url"),
    delegates: commands.some(({ actions, at }) => actions.includes("do") && hasDuty(reading, at)),
  };
}

const reach = 10;

function hasDuty(reading: Reading, at: number): boolean {
  for (let place = at + 1; place < at + reach; place += 1) if (isWord(reading, place, "duty")) return true;
  return false;
}

function orderOf(
  reading: Reading,
  { at, length, actions, about, isLast }: Command,
  previous: Command | undefined,
  next: Command | undefined,
  before: Order | undefined,
): Order {
  const { tokens } = reading;
  const end = endOf(reading, at + length, next);
  const start = isLast ? startOf(reading, at, previous) : at;
  const own = [...nounsIn(reading, start, at), ...nounsIn(reading, at + length, end)];
  const said = [
    ...(about === undefined ? [] : [about]),
    ...own.filter(({ isPlain }) => isPlain).map(({ thing }) => thing),
  ];
  const handles = tokens.slice(at, end).flatMap(({ kind, text }) => (kind === "handle" ? [handleThing(text)] : []));
  const isBack = own.length === 0 && refersBack(reading, at + length, end, "pronoun", "article");
  const isThere = said.length === 0 && refersBack(reading, at + length, end, "there");
  const spoken = isBack || isThere ? spokenOf(reading, start, before) : [];
  return {
    actions,
    start: tokens[start]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    things: new Set(isThere ? spoken : [...said, ...handles]),
    before: new Set(spoken),
    wholes: new Set(own.filter(({ isWhole }) => isWhole).map(({ thing }) => thing)),
    mentioned: new Set(own.map(({ thing }) => thing)),
    names: namesIn(reading, start, end).filter(({ at: place }) => place < at || place >= at + length),
    amounts: tokens.slice(start, end).flatMap(({ kind, text }) => (kind === "number" ? [text] : [])),
    ...amountOf(reading, own, start, end),
  };
}

function handleThing(text: string): Thing {
  return text.startsWith("#") ? "channel" : "person";
}

function amountOf(
  reading: Reading,
  own: readonly SaidNoun[],
  start: number,
  end: number,
): Pick<Order, "isOpen" | "isRecurring"> {
  const from = clauseStart(reading, start);
  let [hasEvery, isRecurring] = [false, false];
  for (let place = from; place < end; place += 1) {
    if (isWord(reading, place, "recurring")) isRecurring = true;
    if (!isWord(reading, place, "every")) continue;
    if (isWord(reading, place + 1, "period")) isRecurring = true;
    else hasEvery ||= place >= start || isWord(reading, place - 1, "into", "for");
  }
  return { isOpen: hasEvery || own.some(({ isPlural, isPlain }) => isPlural && isPlain), isRecurring };
}

/** "Find a channel with many users and post there": what was spoken of before is meant. */
function refersBack(reading: Reading, from: number, to: number, ...classes: readonly GrammarClass[]): boolean {
  for (let place = from; place < to && place < from + reach; place += 1)
    if (isWord(reading, place, ...classes)) return true;
  return false;
}

/** What the order before was about; else what the words in front speak of. */
function spokenOf(reading: Reading, at: number, before: Order | undefined): readonly Thing[] {
  if (before !== undefined && before.things.size > 0) return [...before.things];
  if (before !== undefined && before.before.size > 0) return [...before.before];
  return nounsIn(reading, Math.max(0, at - 30), at).flatMap(({ thing, isPlain }) => (isPlain ? [thing] : []));
}

interface SaidNoun {
  readonly thing: Thing;
  readonly isPlural: boolean;
  /** It is what the order is about, and not only said to tell which one: "the mail about the meeting". */
  readonly isPlain: boolean;
  readonly isWhole: boolean;
}

function nounsIn(reading: Reading, from: number, to: number): readonly SaidNoun[] {
  const found: SaidNoun[] = [];
  let role: "plain" | "whole" | "description" = "plain";
  let isClause = false;
  for (let at = from; at < to; at += 1) {
    if (isWord(reading, at, "into", "at", "for", "via")) role = isClause ? "description" : "plain";
    else if (isWord(reading, at, "of")) role = role === "plain" ? "whole" : role;
    else if (isWord(reading, at, "from") && !isDeterminer(reading, at)) {
      role = "description";
      isClause ||= isWord(reading, at, "ask", "subject");
    }
    if (reading.tokens[at]?.kind === "comma") isClause = false;
    const nouns = nounsAt(reading, at);
    for (const { thing, isPlural } of nouns)
      if (thing !== undefined && !isSetPhrase(reading, at))
        found.push({ thing, isPlural, isPlain: role === "plain", isWhole: role === "whole" });
    at += Math.max(0, (nouns[0]?.words.length ?? 1) - 1);
  }
  return found;
}

/** "that file". */
function isDeterminer(reading: Reading, at: number): boolean {
  return isWord(reading, at, "article") && nounsAt(reading, at + 1).length > 0;
}

/** "In order to", "in the order". */
function isSetPhrase(reading: Reading, at: number): boolean {
  const before = isWord(reading, at - 1, "article") ? at - 2 : at - 1;
  return reading.tokens[at]?.plain === "order" && reading.tokens[before]?.plain === "in";
}

/** An order ends with its sentence, where the next one begins, and where something is forbidden or stated. */
function endOf(reading: Reading, from: number, next: Command | undefined): number {
  const { tokens } = reading;
  const last = next === undefined ? tokens.length : next.isLast ? startOf(reading, next.at, undefined) : next.at;
  for (let end = from; end < last; end += 1) {
    if (tokens[end]?.kind === "stop") return end;
    const turns = isEdge(tokens[end]) || isWord(reading, end, "join", "turn");
    if (turns && (isWord(reading, end + 1, "negation") || isWord(reading, end + 2, "negation"))) return end;
    if (isEdge(tokens[end]) && isStatement(reading, end + 1)) return end;
  }
  return Math.max(from, last);
}

/** "My balance is": what is said of something tells nothing of an order. */
function isStatement(reading: Reading, from: number): boolean {
  if (!isWord(reading, from, "article", "subject")) return false;
  for (let at = from + 1; at < from + 5 && !isEdge(reading.tokens[at]); at += 1)
    if (isWord(reading, at, "fact")) return true;
  return false;
}

/** Where the clause of a verb that stands last begins. */
function startOf(reading: Reading, at: number, previous: Command | undefined): number {
  let start = at;
  const first = previous === undefined ? 0 : previous.at + previous.length;
  while (start > first && !isEdge(reading.tokens[start - 1]) && !isWord(reading, start - 1, "join")) start -= 1;
  return start;
}

/** Where the sentence begins, or the clause before: "every month, pay", "for each user, write". */
function clauseStart(reading: Reading, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < reach &&
    reading.tokens[start - 1]?.kind !== "stop" &&
    !isWord(reading, start - 1, "join")
  )
    start -= 1;
  return start;
}
