import { readPattern } from "./read-pattern.ts";
import type { Part } from "./read-pattern.ts";

/** What every match of a pattern must contain: of each clause at least one literal. */
export interface Needs {
  readonly clauses: readonly (readonly string[])[];
  /** The longest match, in UTF-16 units. */
  readonly longest: number;
}

/** The same of a part; `exact` lists all that it matches where those are few. */
interface Found extends Needs {
  readonly exact: readonly string[] | undefined;
}

/** More literals than this are not spelled out. */
const mostExact = 120;
/** Shorter literals are in every text. */
const shortest = 2;
/** Of a longer literal the beginning is looked for, which keeps the table of all literals small. */
const longestLiteral = 10;

/** Derived from the pattern itself, so that the two cannot disagree. */
export function needsOf(pattern: RegExp): Needs {
  const { exact, clauses, longest } = analyse(readPattern(pattern.source));
  return { clauses: [...clauses, ...clauseOf(exact)].map(shortened), longest };
}

function analyse(part: Part): Found {
  switch (part.kind) {
    case "characters":
      return {
        exact: part.characters && [...new Set(part.characters.map((each) => each.toLowerCase()))],
        clauses: [],
        longest: part.longest,
      };
    case "sequence":
      return inSequence(part.parts.map(analyse));
    case "choice":
      return oneOf(part.parts.map(analyse));
    case "repeat":
      return repeated(analyse(part.part), part.least, part.most);
    case "nothing":
      return { exact: [""], clauses: [], longest: 0 };
  }
}

function inSequence(parts: readonly Found[]): Found {
  const clauses: (readonly string[])[] = [];
  let run: readonly string[] = [""];
  let isExact = true;
  for (const part of parts) {
    clauses.push(...part.clauses);
    if (part.exact !== undefined && part.exact.length * run.length <= mostExact) {
      const before = run;
      run = part.exact.flatMap((end) => before.map((start) => start + end));
      continue;
    }
    clauses.push(...clauseOf(run));
    isExact = false;
    run = part.exact ?? [""];
  }
  const longest = parts.reduce((sum, part) => sum + part.longest, 0);
  if (isExact) return { exact: run, clauses, longest };
  return { exact: undefined, clauses: [...clauses, ...clauseOf(run)], longest };
}

function oneOf(parts: readonly Found[]): Found {
  const longest = Math.max(...parts.map((part) => part.longest));
  const exact = parts.flatMap((part) => part.exact ?? []);
  if (parts.every((part) => part.exact !== undefined) && exact.length <= mostExact)
    return { exact, clauses: [], longest };
  const best = parts.map((part) => bestOf([...part.clauses, ...clauseOf(part.exact)]));
  if (best.some((clause) => clause === undefined)) return { exact: undefined, clauses: [], longest };
  return { exact: undefined, clauses: clauseOf(best.flatMap((clause) => clause ?? [])), longest };
}

function repeated(part: Found, least: number, most: number): Found {
  const longest = part.longest * most;
  if (least === 0 && most === 1 && part.exact !== undefined)
    return { exact: ["", ...part.exact], clauses: [], longest };
  if (least === 0) return { exact: undefined, clauses: [], longest };
  return { exact: undefined, clauses: [...part.clauses, ...clauseOf(part.exact)], longest };
}

/** A literal that holds another one of the clause says no more than that one. */
function clauseOf(exact: readonly string[] | undefined): (readonly string[])[] {
  if (exact === undefined || exact.some((each) => each.length < shortest)) return [];
  return [exact.filter((each) => !exact.some((other) => other.length < each.length && each.includes(other)))];
}

/** The clause whose shortest literal is the longest. */
function bestOf(clauses: readonly (readonly string[])[]): readonly string[] | undefined {
  const lengthOf = (clause: readonly string[]): number => Math.min(...clause.map((each) => each.length));
  return clauses.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.length - b.length)[0];
}

function shortened(clause: readonly string[]): readonly string[] {
  return [...new Set(clause.map((each) => each.slice(0, longestLiteral)))];
}
