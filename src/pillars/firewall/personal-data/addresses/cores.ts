import { isCompoundStreet, role } from "./lexicon.ts";
import { endOfTellingPostcode, states } from "./postcodes.ts";
import type { Token } from "./tokens.ts";

/** The part of an address that shows it is one: tokens `first..last`, both in. */
export interface Core {
  readonly first: number;
  readonly last: number;
  /** What the words themselves are worth; surroundings add to it. */
  readonly score: number;
}

/** Words of a street's name at most. */
const longestName = 5;
const notNamed =
  /^(?:gate|figure|fig|level|step|version|terminal|page|room|chapter|section|table|item|order|invoice|ticket|case|article|part|line|phase|day|week|year|class|grade|task|question|option|rule|model|type|series|unit|number|no|top|over|under|about|around|only|windows|iphone|android|python|java|office|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|psalm|john|act|title|exhibit|appendix|annex|schedule|form)$/u;

/** The street, box or place that the number at `at` belongs to. */
export function coreAt(text: string, tokens: readonly Token[], at: number): Core | undefined {
  const before = tokens[at - 1];
  if (before?.kind === "word" && before.end === tokens[at]?.start && !is(before, role.abbreviation))
    return townAt(text, tokens, at);
  return (
    boxAt(tokens, at) ??
    postcodeAt(tokens, at) ??
    best(streetAfter(tokens, at), streetBefore(tokens, at)) ??
    townAt(text, tokens, at) ??
    placeAt(tokens, at)
  );
}

function best(a: Core | undefined, b: Core | undefined): Core | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.score > a.score ? b : a;
}

function is(token: Token | undefined, roles: number): boolean {
  return token !== undefined && (token.roles & roles) !== 0;
}

function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind !== "word" && token.kind !== "number" && marks.includes(token.text);
}

/** "Rue de la Paix, 12", "Rákóczi út 13", "Koskikatu 25". */
function streetBefore(tokens: readonly Token[], at: number): Core | undefined {
  let near = at - 1;
  while (near > at - 4 && (is(tokens[near], role.number) || isMark(tokens[near], ",#:"))) near -= 1;
  if (tokens[at - 1]?.text === ":" && !is(tokens[at - 2], role.number)) return undefined;
  const end = tokens[near];
  if (end?.kind !== "word") return undefined;
  if (isCompoundStreet(end.text)) return { first: near, last: at, score: end.isCapital ? 0.75 : 0.4 };
  const isTyped = is(end, role.typeAfter | role.weakTypeAfter);
  let names = 0;
  let first = near;
  for (let each = near; each >= 0 && each > near - longestName - 2; each--) {
    const token = tokens[each];
    if (token === undefined || (token.kind !== "word" && token.kind !== "number")) break;
    if (names > 0 && is(token, role.typeBefore)) return { first: each, last: at, score: 0.8 };
    if (names > 0 && is(token, role.weakTypeBefore) && token.isCapital) return { first: each, last: at, score: 0.5 };
    const isType = each === near && isTyped;
    if (token.kind === "number" ? names === 0 : !isType && !token.isCapital && !is(token, role.link)) break;
    if (token.kind === "word" && token.isCapital) {
      first = each;
      if (!isType) names += 1;
    }
  }
  const isApart = tokens[at - 1]?.kind === "comma";
  if (!isTyped || names === 0 || isApart) return undefined;
  return { first, last: at, score: is(end, role.typeAfter) ? 0.7 : 0.35 };
}

/** "14 Crown Street", "12 bis, rue de la Paix". */
function streetAfter(tokens: readonly Token[], at: number): Core | undefined {
  let start = at + 1;
  const head = tokens[start];
  if (head === undefined || (head.kind !== "word" && head.kind !== "comma")) return undefined;
  if (head.text === "bis" || head.text === "ter" || head.text === "quater") start += 1;
  if (tokens[start]?.kind === "comma" && is(tokens[start + 1], role.typeBefore | role.weakTypeBefore)) start += 1;
  const type = tokens[start];
  if (type?.kind !== "word") return undefined;
  if (is(type, role.typeBefore | role.weakTypeBefore)) {
    const last = endOfName(tokens, start + 1);
    const isStrong = is(type, role.typeBefore);
    if (last !== undefined && (isStrong || type.isCapital)) return { first: at, last, score: isStrong ? 0.8 : 0.45 };
  }
  return namedStreet(tokens, at, start);
}

function namedStreet(tokens: readonly Token[], at: number, start: number): Core | undefined {
  let found: Core | undefined;
  let isLower = false;
  for (let each = start; each < start + longestName + 1; each++) {
    const token = tokens[each];
    if (token?.kind !== "word") break;
    if (each > start && is(token, role.typeAfter | role.weakTypeAfter)) {
      const isStrong = is(token, role.typeAfter) || (is(token, role.abbreviation) && token.isCapital);
      found = { first: at, last: each, score: isLower ? 0.3 : isStrong ? 0.8 : 0.45 };
      if (is(tokens[each + 1], role.direction) && tokens[each + 1]?.isCapital) found = { ...found, last: each + 1 };
    }
    if (!token.isCapital && !is(token, role.link)) {
      if (each > start + 2) break;
      isLower = true;
    }
  }
  return found;
}

/** The last word of a name that begins at `start`; names in small letters are one word. */
function endOfName(tokens: readonly Token[], start: number): number | undefined {
  let last: number | undefined;
  for (let each = start; each < start + longestName; each++) {
    const token = tokens[each];
    if (token?.kind !== "word") break;
    if (token.isCapital) last = each;
    else if (!is(token, role.link)) {
      if (last === undefined) last = each;
      break;
    }
  }
  return last;
}

/** "P.O. Box 149", "PSC 6293, Box 8158", "APO AP 04336", "Postfach 12 34". */
function boxAt(tokens: readonly Token[], at: number): Core | undefined {
  let near = at - 1;
  if (is(tokens[near], role.number) || isMark(tokens[near], "#")) near -= 1;
  const word = tokens[near];
  if (word?.kind !== "word") return undefined;
  if (is(word, role.military)) return { first: near, last: at, score: 0.6 };
  if ((word.text === "ae" || word.text === "ap" || word.text === "aa") && is(tokens[near - 1], role.military))
    return { first: near - 1, last: at, score: 0.9 };
  if (!is(word, role.box)) return undefined;
  const first = startOfBox(tokens, near);
  if (is(word, role.abbreviation)) return { first, last: at, score: 0.3 };
  const isPlain = first === near && word.text === "box";
  return { first, last: at, score: isPlain ? 0.3 : 0.85 };
}

/** Where "P.O.", "P. O." or "PO" before a box begins, or the unit of a military address. */
function startOfBox(tokens: readonly Token[], box: number): number {
  const before = (count: number): string =>
    tokens
      .slice(Math.max(0, box - count), box)
      .map((token) => token.text)
      .join("");
  if (before(4) === "p.o.") return box - 4;
  if (before(3) === "p.o") return box - 3;
  if (/^(?:po|post|boîte)$/u.test(before(1))) return box - 1;
  const unit = tokens[box - 1]?.kind === "comma" ? box - 3 : box - 2;
  return is(tokens[unit], role.unit | role.military) && tokens[unit + 1]?.kind === "number" ? unit : box;
}

/** "ZIP code: 53650" */
function postcodeAt(tokens: readonly Token[], at: number): Core | undefined {
  let near = at - 1;
  while (near > at - 4 && (isMark(tokens[near], ":") || /^(?:code|is|no)$/u.test(tokens[near]?.text ?? ""))) near -= 1;
  const isPostcode = is(tokens[near], role.postcodeCue) && /^[\d-]{4,9}$/u.test(tokens[at]?.text ?? "");
  return isPostcode ? { first: at, last: at, score: 0.6 } : undefined;
}

/** "Springfield, IL 62704", "SW1A 1AA", "1012 AB Amsterdam" */
function townAt(text: string, tokens: readonly Token[], at: number): Core | undefined {
  const number = tokens[at];
  const before = tokens[at - 1];
  if (number === undefined) return undefined;
  const isAttached = before?.kind === "word" && before.end === number.start;
  const first = isAttached ? at - 1 : at;
  const mayTell = isAttached ? before.text.length < 3 : number.text.length === 4;
  const end = mayTell ? endOfTellingPostcode(text, tokens[first]?.start ?? 0) : undefined;
  if (end !== undefined) {
    let last = at;
    while (last + 1 < tokens.length && (tokens[last + 1]?.end ?? end + 1) <= end) last += 1;
    return { first, last, score: 0.55 };
  }
  if (number.text.length < 5 || before?.kind !== "word" || !/^\d{5}(?:-\d{4})?$/u.test(number.text)) return undefined;
  if (!states.test(text.slice(before.start, before.end)) || tokens[at - 2]?.kind !== "comma") return undefined;
  let town = at - 2;
  while (town > at - 5 && tokens[town - 1]?.kind === "word" && tokens[town - 1]?.isCapital === true) town -= 1;
  return town === at - 2 ? undefined : { first: town, last: at, score: 0.55 };
}

/** "86036 Rua do Arenque 1634", "lives at Bygget 64": a number with a name before it, or a unit of a building. */
function placeAt(tokens: readonly Token[], at: number): Core | undefined {
  const before = tokens[at - 1];
  const isMarked = is(before, role.number) || before?.text === "#";
  if (is(isMarked ? tokens[at - 2] : before, role.unit)) return unitAt(tokens, isMarked ? at - 2 : at - 1, at);
  if (before?.kind !== "word" || !before.isCapital || before.text.length < 3 || notNamed.test(before.text))
    return undefined;
  let first = at - 1;
  while (first > at - longestName && isNamePart(tokens[first - 1])) first -= 1;
  while (first < at - 1 && !tokens[first]?.isCapital) first += 1;
  if (notNamed.test(tokens[first]?.text ?? "")) return undefined;
  const isNumbered = tokens[first - 1]?.kind === "number";
  return { first: isNumbered ? first - 1 : first, last: at, score: isNumbered ? 0.35 : 0.15 };
}

/** A unit by itself says little; a street may follow it: "Unit 5, 10 Park Road". */
function unitAt(tokens: readonly Token[], first: number, at: number): Core {
  let house = at + 1;
  while (house < at + 4 && /^(?:comma|newline)$/u.test(tokens[house]?.kind ?? "")) house += 1;
  const street = tokens[house]?.kind === "number" ? streetAfter(tokens, house) : undefined;
  return street === undefined ? { first, last: at, score: 0.3 } : { ...street, first, score: street.score + 0.1 };
}

function isNamePart(token: Token | undefined): boolean {
  return token?.kind === "word" && (token.isCapital || is(token, role.link));
}
