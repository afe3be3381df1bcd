import { createLiteralFinder } from "./literals.ts";
import { needsOf } from "./needs.ts";

/** Finds the matches of many patterns, each looked for only where the literals that it needs stand close enough together. */
export interface PatternFinder {
  /** What needs to be known of a text once. */
  readonly read: (folded: string) => PatternSearch;
}

export interface PatternSearch {
  /** All matches of a pattern in the text, in order, as the pattern alone would give them. */
  readonly matches: (pattern: number, text: string) => readonly PatternMatch[];
}

export interface PatternMatch {
  readonly start: number;
  readonly end: number;
}

/** A pattern and what it takes to match. */
interface Plan {
  readonly pattern: RegExp;
  /** Of each of these clauses one literal must be near. */
  readonly clauses: readonly number[];
  /** Blocks that a match may reach on from the one in which it begins. */
  readonly reach: number;
  readonly longest: number;
}

/** Literals are known by the block they stand in; units. */
const block = 256;
/** What a pattern may look at before and after a match; units. */
const around = 64;
/** So much of a literal is looked for: a larger table takes longer than what it rules out. */
const longestLiteral = 6;
const none: readonly PatternMatch[] = [];

export function createPatternFinder(patterns: readonly RegExp[]): PatternFinder {
  const clauses = new Map<string, { readonly index: number; readonly literals: readonly string[] }>();
  const clauseNumber = (clauseLiterals: readonly string[]): number => {
    const cut = [...new Set(clauseLiterals.map((literal) => literal.slice(0, longestLiteral)))];
    const key = cut.join("\0");
    const known = clauses.get(key) ?? { index: clauses.size, literals: cut };
    clauses.set(key, known);
    return known.index;
  };
  const plans = patterns.map((pattern): Plan => {
    const need = needsOf(pattern);
    const reach = Math.ceil(need.longest / block);
    return { pattern, clauses: need.clauses.map(clauseNumber), reach, longest: need.longest };
  });
  const clausesOf = new Map<string, number[]>();
  for (const { index, literals: parts } of clauses.values())
    for (const literal of parts) clausesOf.set(literal, [...(clausesOf.get(literal) ?? []), index]);
  const literals = [...clausesOf.keys()];
  const byLiteral = [...clausesOf.values()];
  const finder = createLiteralFinder(literals);
  const width = clauses.size;
  const lastBlock = new Int32Array(literals.length);
  return {
    read(folded) {
      const blocks = Math.ceil(folded.length / block);
      const isMet = new Uint8Array(blocks * width);
      const isMetSomewhere = new Uint8Array(width);
      lastBlock.fill(-1);
      finder.scan(folded, (literal, end) => {
        // A literal that a border parts counts for the earlier block, from which a match would begin.
        const place = Math.max(0, Math.floor((end - 1) / block));
        if (lastBlock[literal] === place) return;
        lastBlock[literal] = place;
        for (const clause of byLiteral[literal] ?? []) {
          isMet[place * width + clause] = 1;
          isMetSomewhere[clause] = 1;
        }
      });
      return {
        matches(index, text) {
          const plan = plans[index];
          if (plan === undefined || !plan.clauses.every((clause) => isMetSomewhere[clause] === 1)) return none;
          return matchesIn(plan, text, blocks, (at) => isPossible(isMet, width, plan, at));
        },
      };
    },
  };
}

/** Whether a match may begin in a block: all that it needs lies from there on within its reach. */
function isPossible(isMet: Uint8Array, width: number, { clauses, reach }: Plan, at: number): boolean {
  const last = Math.min(isMet.length, (at + reach + 1) * width);
  return clauses.every((clause) => {
    for (let place = at * width + clause; place < last; place += width) if (isMet[place] === 1) return true;
    return false;
  });
}

/** The matches that begin in a block where one is possible; blocks beside one another are searched together. */
function matchesIn(plan: Plan, text: string, blocks: number, isIn: (at: number) => boolean): PatternMatch[] {
  const found: PatternMatch[] = [];
  for (let at = 0; at < blocks; at++) {
    if (!isIn(at)) continue;
    const first = at;
    while (at < blocks && isIn(at)) at += 1;
    search(plan, text, first * block, at * block, found);
  }
  return found;
}

/** Matches that begin in a stretch. */
function search({ pattern, longest }: Plan, text: string, start: number, end: number, found: PatternMatch[]): void {
  const from = Math.max(0, start - around);
  const part = text.slice(from, Math.min(text.length, end + longest + around));
  pattern.lastIndex = start - from;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    const at = from + match.index;
    if (at >= end) return;
    found.push({ start: at, end: at + match[0].length });
    if (match[0].length === 0) pattern.lastIndex += 1;
  }
}
