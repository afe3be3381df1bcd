import type { Deed, VerbEntry } from "./lexicon.ts";
import { type Mood, moodOf, type Sentence, sentencesOf } from "./mood.ts";
import { isNegated } from "./negation.ts";
import { isEdge, isWord, nounsAt, type Reading, verbsAt } from "./reading.ts";
import type { Thing } from "./vocabulary.ts";

/** A place where the words give an order. */
export interface Command {
  readonly at: number;
  /** How many words the verb takes. */
  readonly length: number;
  readonly actions: readonly Deed[];
  readonly about?: Thing;
  /** The language puts the verb last, so that what it is about stands in front. */
  readonly isLast: boolean;
  /** Of a deed: where the verb stands that asks for it. */
  readonly light?: number;
}

/** The orders of a text, in order. A verb that is only mentioned, asked about, reported or forbidden is none. */
export function commandsIn(reading: Reading): readonly Command[] {
  return sentencesOf(reading).flatMap((sentence) => sentenceCommands(reading, sentence));
}

function sentenceCommands(reading: Reading, sentence: Sentence): readonly Command[] {
  const mood = moodOf(reading, sentence);
  const found: Command[] = [];
  /** The last verb that gave no order: one that is joined to it gives none either. */
  let idle = -1;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const verbs = verbsAt(reading, at);
    const length = verbs.some(({ isParted }) => isParted) ? 1 : (verbs[0]?.words.length ?? 0);
    const stands = verbs.filter((verb) => asks({ reading, sentence, mood, at, idle, length }, verb));
    const isOrder = stands.length > 0 && !isNegated(reading, sentence, at, length);
    const deed = isOrder ? undefined : deedAt(reading, sentence, mood, at);
    if (isOrder) found.push(commandOf(stands, at, length));
    else if (deed !== undefined) {
      if (found.at(-1)?.at === deed.light) found.pop();
      found.push(deed);
    } else if (length > 0 && nounsAt(reading, at).length === 0) idle = at;
    if (isOrder) [at, idle] = [at + length - 1, -1];
  }
  return found;
}

function commandOf(verbs: readonly VerbEntry[], at: number, length: number): Command {
  const about = verbs.find((verb) => verb.about !== undefined)?.about;
  const actions = [...new Set(verbs.map(({ action }) => action))];
  const isLast = verbs.every(({ form }) => form !== "command");
  return { at, length, actions, isLast, ...(about === undefined ? {} : { about }) };
}

interface Place {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly mood: Mood;
  readonly at: number;
  readonly idle: number;
  readonly length: number;
}

/** Whether a verb gives an order where it stands: at the beginning of a clause, or after "can you", "I want to". */
function asks(place: Place, verb: VerbEntry): boolean {
  const { reading, sentence, mood, at, length } = place;
  const nouns = nounsAt(reading, at);
  if ((nouns[0]?.words.length ?? 0) > length) return false;
  let before = at - 1;
  while (before >= sentence.from && isWord(reading, before, "polite", "please")) before -= 1;
  const isNoun = nouns.length > 0 && verb.form === "command" && !hasObject(place, before < sentence.from);
  if (isNoun && !isWord(reading, before, "infinitive", "you", "modal")) return false;
  if (isForOthers(place, verb)) return false;
  if (isWithPlease(reading, before + 1, at) && mood !== "how") return true;
  if (isReported(place)) return false;
  if (mood === "how" || mood === "fact") return false;
  if (mood === "may" && !isSpecific(reading, sentence)) return false;
  if (verb.form === "participle") return isWord(reading, at - 1, "passive") && isWanted(reading, sentence, at);
  if (verb.form === "infinitive" && isWished(reading, sentence, at)) return true;
  return stands(place, before);
}

const telling: readonly Deed[] = ["send", "post", "write"];

/** "Remind me to cancel", "a reminder to cancel", "tell Bob to cancel": what is to be done later, or by somebody else. */
function isForOthers({ reading, sentence, at }: Place, verb: VerbEntry): boolean {
  if (verb.form !== "infinitive" && !isWord(reading, at - 1, "infinitive")) return false;
  for (let place = at - 1; place >= sentence.from && place > at - 20; place -= 1) {
    if (isWord(reading, place, "join", "turn")) return false;
    const nouns = nounsAt(reading, place);
    if (nouns.some(({ thing }) => thing === "reminder")) return true;
    const isVerb = nouns.length === 0 || place === sentence.from;
    const verbs = isVerb ? verbsAt(reading, place).filter(({ form }) => form === "command") : [];
    if (verbs.some(({ about }) => about === "reminder")) return true;
    if (verbs.some(({ action }) => telling.includes(action)) && !isWord(reading, place + 1, "you")) return true;
  }
  return false;
}

/** By what stands in front of it, courtesies left out. */
function stands({ reading, sentence, mood, at, idle }: Place, before: number): boolean {
  const isJoined = isWord(reading, before, "join");
  if (mood === "ask" && !isJoined) return false;
  if (mood === "may" && before === sentence.from + 1) return true;
  if (before < sentence.from || isEdge(reading.tokens[before])) return true;
  if (isJoined) return idle === -1 || !isWord(reading, idle - 1, "infinitive", "subject");
  if (isWord(reading, before, "turn") || opensWithEach(reading, sentence, at)) return true;
  if (isWord(reading, before, "infinitive"))
    return !isWord(reading, before - 1, "how", "ask") && isWanted(reading, sentence, before);
  if (isWord(reading, before, "you")) return isWord(reading, before - 1, "modal");
  return isWord(reading, before, "modal") && isWord(reading, before - 1, "you");
}

function isWithPlease(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isWord(reading, at, "please")) return true;
  return false;
}

/** A word that may be a noun too is a verb when something it may be done to follows. */
function hasObject({ reading, sentence, at: verb, length }: Place, isFirst: boolean): boolean {
  const at = verb + length;
  const token = reading.tokens[at];
  if (token === undefined) return true;
  if (
    isWord(reading, at, "article", "pronoun", "every", "there", "into", "at", "for", "polite", "please", "none", "via")
  )
    return true;
  if (token.kind !== "word") return !isEdge(token) || token.kind === "stop";
  if (/^\p{Lu}/u.test(token.text) || nounsAt(reading, at).length > 0) return true;
  const isStatement = [at, at + 1, at + 2].some((place) => isWord(reading, place, "fact", "from"));
  return isFirst && sentence.to - sentence.from > 3 && !isStatement;
}

const back = 10;

/** The places of the clause before one, nearest first. */
function clauseBefore(reading: Reading, { from }: Sentence, at: number): readonly number[] {
  const places: number[] = [];
  for (let place = at - 1; place >= from && places.length < back && !isEdge(reading.tokens[place]); place -= 1)
    places.push(place);
  return places;
}

/** "I want", "could you", "please make": somebody asks for what follows. */
function isWanted(reading: Reading, sentence: Sentence, at: number): boolean {
  const places = clauseBefore(reading, sentence, at);
  const isAsked = places.some(
    (place) =>
      isWord(reading, place, "want", "modal") || verbsAt(reading, place).some(({ form }) => form === "command"),
  );
  return isAsked && !places.some((place) => isWord(reading, place, "how", "report"));
}

/** For verbs at the end: "kannst du ... schicken", "bitte ... löschen". */
function isWished(reading: Reading, sentence: Sentence, at: number): boolean {
  for (let place = at - 1; place >= sentence.from && place > at - 40; place -= 1) {
    if (isWord(reading, place, "report", "how") || (place === at - 1 && isWord(reading, place, "infinitive")))
      return false;
    if (isWord(reading, place, "wish", "please")) return true;
    if (isWord(reading, place, "modal") && (isWord(reading, place + 1, "you") || isWord(reading, place - 1, "you")))
      return true;
  }
  return isEdge(reading.tokens[at + 1]) && at > sentence.from + 1 && !hasSubject(reading, sentence, at);
}

function hasSubject(reading: Reading, { from }: Sentence, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isWord(reading, at, "subject", "fact")) return true;
  return false;
}

/** "To each user write ...". */
function opensWithEach(reading: Reading, sentence: Sentence, at: number): boolean {
  const places = clauseBefore(reading, sentence, at);
  const every = places.find((place) => isWord(reading, place, "every"));
  if (every === undefined || !isWord(reading, every - 1, "into", "for")) return false;
  return every - 1 === sentence.from || isEdge(reading.tokens[every - 2]) || isWord(reading, every - 2, "join");
}

/** "The mail asks me to ...": what others say is no order; what is said after it with "and" is, when they have said their part. */
function isReported({ reading, sentence, at, idle }: Place): boolean {
  for (let place = at - 1; place >= sentence.from && place > at - 40; place -= 1) {
    if (!isWord(reading, place, "report") || isWord(reading, place - 1, "self")) continue;
    return !(isWord(reading, at - 1, "join") && idle < place);
  }
  return false;
}

function isSpecific({ tokens }: Reading, { from, to }: Sentence): boolean {
  return tokens.slice(from, to).some(({ kind }) => ["number", "quote", "file", "email", "handle"].includes(kind));
}

/** "I want a refund", "make a reservation": a noun that names a deed is asked for. */
function deedAt(reading: Reading, sentence: Sentence, mood: Mood, at: number): Command | undefined {
  const nouns = nounsAt(reading, at).filter(({ deed }) => deed !== undefined);
  if (nouns.length === 0 || mood === "how" || mood === "fact" || mood === "ask") return undefined;
  const places = clauseBefore(reading, sentence, at).slice(0, 6);
  const light = places.find((place) => isWord(reading, place, "light"));
  const isAsked =
    places.some((place) => isWord(reading, place, "wish")) ||
    (light !== undefined && !isWord(reading, light - 1, "self", "subject")) ||
    mood === "may";
  const length = nouns[0]?.words.length ?? 1;
  if (!isAsked || isNegated(reading, sentence, at, length)) return undefined;
  return {
    at,
    length,
    actions: nouns.flatMap(({ deed }) => deed ?? []),
    isLast: false,
    ...(light === undefined ? {} : { light }),
  };
}
