export interface Token {
  readonly text: string;
  readonly kind: "name" | "operator" | "other";
  /** Offset in the source. */
  readonly at: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** A line as Python counts them: brackets, long strings and backslashes may spread it over several of the file's. */
export interface LogicalLine {
  readonly at: number;
  /** Columns before the first token; a tab goes on to the next multiple of eight. */
  readonly indent: number;
  readonly tokens: readonly Token[];
}

export interface PythonLines {
  readonly lines: readonly LogicalLine[];
  /** Offsets of the file's lines that begin outside of brackets and strings, empty ones and comments included. */
  readonly starts: readonly number[];
}

const [blank, comment] = [/[ \t\f]*/y, /#[^\n]*/y];
const opening = /[rRbBuUfFtT]{0,2}("""|'''|"|')/y;
const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const number = /(?:\d|\.\d)(?:[eE][+-]|[\w.])*/y;
const operator = /(?:\*\*|\/\/|>>|<<|[-+*/%@&|^<>=!:])=|->|[^\n]/y;

/**
 * Splits source into lines and tokens, in time linear in its length. Only as exact as moving code needs: what is no Python
 * comes out as some tokens, and the interpreter says what is wrong with it.
 * @param source with "\n" as its only line end.
 */
export function readLines(source: string): PythonLines {
  const lines: LogicalLine[] = [];
  const starts: number[] = [];
  let at = 0;
  while (at < source.length) {
    starts.push(at);
    const first = endOf(blank, source, at);
    const line = readLine(source, first);
    if (line.tokens.length > 0)
      lines.push({ at: first, indent: columns(source.slice(at, first)), tokens: line.tokens });
    at = line.end;
  }
  return { lines, starts };
}

/** Tokens up to the line end that ends the statement; `end` is after it. */
function readLine(source: string, from: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let at = from;
  let depth = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === "\n") {
      at++;
      if (depth === 0) break;
    } else if (character === "\\" && source.charAt(at + 1) === "\n") at += 2;
    else if (character === "#") at = endOf(comment, source, at);
    else if (" \t\f".includes(character)) at = endOf(blank, source, at);
    else {
      const token = readToken(source, at, depth);
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
      tokens.push(token);
      at += token.text.length;
    }
  }
  return { tokens, end: at };
}

function readToken(source: string, at: number, depth: number): Token {
  const token = (kind: Token["kind"], end: number): Token => ({ kind, text: source.slice(at, end), at, depth });
  const afterQuote = endOf(opening, source, at);
  if (afterQuote > at) return token("other", endOfString(source, afterQuote, quoteOf(source, at)));
  const afterName = endOf(name, source, at);
  if (afterName > at) return token("name", afterName);
  const afterNumber = endOf(number, source, at);
  if (afterNumber > at) return token("other", afterNumber);
  return token("operator", Math.max(at + 1, endOf(operator, source, at)));
}

function quoteOf(source: string, at: number): string {
  opening.lastIndex = at;
  return opening.exec(source)?.[1] ?? "";
}

/** A short string ends with its line at the latest. */
function endOfString(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (source.charAt(at) === "\\") at++;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && source.charAt(at) === "\n") return at;
  }
  return source.length;
}

/** Where `pattern`, which is sticky, stops matching from `at` on; `at` if it does not match. */
function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

function columns(space: string): number {
  let column = 0;
  for (const character of space) column = character === "\t" ? column - (column % 8) + 8 : column + 1;
  return column;
}
