import { RE2JS } from "re2js";
import type { Span } from "../views/view.ts";

/**
 * Regular expressions by RE2's method: no backtracking, so a search takes time linear in the text whatever the pattern. RE2JS
 * is a port of RE2 (MIT); it makes no code of strings, so the content policy has nothing against it.
 */
export interface Expression {
  /** All places, in order, that do not overlap. */
  readonly find: (text: string) => readonly Span[];
}

/** Beyond this many instructions a pattern would slow every text down. */
const largestProgram = 4_000;

/** Undefined for a pattern that cannot be read or that fits where nothing is; upper and lower case are the same unless it begins with `(?-i)`. */
export function readExpression(pattern: string): Expression | undefined {
  const compiled = compile(pattern);
  if (compiled === undefined || compiled.programSize() > largestProgram || compiled.testExact("")) return undefined;
  return { find: (text) => findAll(compiled, text) };
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return undefined;
  }
}

/**
 * Each place is found by a search of its own, which may read on to the end of the text before it knows. So many places are
 * searched for in the whole rest; those after them in windows, or a text full of places would take its length squared.
 */
const exactSearches = 32;
const firstWindow = 64;
/** A place beyond the exact ones is found up to half this length. */
const widestWindow = 4_096;

function findAll(expression: RE2JS, text: string): readonly Span[] {
  const spans: Span[] = [];
  const matcher = expression.matcher(text);
  let at = 0;
  for (let searches = 0; searches < exactSearches; searches += 1) {
    if (!matcher.find(at)) return spans;
    spans.push({ start: matcher.start(), end: matcher.end() });
    at = matcher.end();
  }
  while (at < text.length) {
    const found = findFrom(expression, text, at);
    if ("span" in found) spans.push(found.span);
    at = "span" in found ? found.span.end : found.clearTo;
  }
  return spans;
}

/** The next place from `at`, or how far there is certainly none that begins there. */
function findFrom(expression: RE2JS, text: string, at: number): { readonly span: Span } | { readonly clearTo: number } {
  for (let width = firstWindow; ; width *= 2) {
    const end = Math.min(text.length, at + width);
    const span = firstIn(expression, text, at, end);
    const isLast = end === text.length || width >= widestWindow;
    // A place that reaches the end of the window may only seem to end there; in the widest one it counts as it is.
    if (span !== undefined && (span.end < end || isLast)) return { span };
    if (isLast) return { clearTo: end === text.length ? end : at + widestWindow / 2 };
  }
}

/** The first place in a stretch, read with the character before it, on which the borders of words depend. */
function firstIn(expression: RE2JS, text: string, from: number, to: number): Span | undefined {
  const context = Math.min(1, from);
  const matcher = expression.matcher(text.slice(from - context, to));
  if (!matcher.find(context)) return undefined;
  return { start: matcher.start() - context + from, end: matcher.end() - context + from };
}
