import { readLines, type LogicalLine, type Token } from "./lines.ts";
import { names } from "./prelude.ts";

/** Lines that `bodyOf` puts before the person's first. */
export const headerLines = 2;

const keywords = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import " +
    "in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

/** Keywords that an expression may begin with. */
const beginning = new Set(["False", "None", "True", "await", "lambda", "not"]);

const assigning = new Set("= += -= *= /= //= %= @= &= |= ^= >>= <<= **= :=".split(" "));

/**
 * Makes a file of Python into an async function, so that it may say `await` and `return`. Its names stay a module's: all that
 * its own lines name are declared global. When it ends without `return`, a mark says so, and the value of a last expression is
 * kept. Line n of the file becomes line n + `headerLines`.
 */
export function bodyOf(file: string): string {
  const source = file.replaceAll(/\r\n?/g, "\n");
  const { lines, starts } = readLines(source);
  const own = ownLines(lines);
  const last = lastExpression(own.at(-1));
  const inserts = starts.map((at) => ({ at, text: "\t" }));
  if (last !== undefined) inserts.push({ at: last, text: `${names.last}=` });
  inserts.push(...own.flatMap(importsOfAll));
  // At the same place the tab comes first: sorting keeps the order.
  inserts.sort((one, other) => one.at - other.at);
  const globals = [names.last, ...namesOf(own)].join(",");
  return `async def ${names.body}():\n\tglobal ${globals}\n${insert(source, inserts)}\n\treturn ${names.end}\n`;
}

/** The last line with anything on it of the file that became `body`; 0 if there is none. */
export function lastLine(body: string): number {
  const lines = body.split("\n").slice(headerLines, -2);
  return lines.findLastIndex((line) => line.trim() !== "") + 1;
}

/** `from x import *`, which no function may say, as a call of the prelude; what was there becomes a comment. */
function importsOfAll({ tokens }: LogicalLine): { at: number; text: string }[] {
  const [first, ...rest] = tokens;
  if (first?.text !== "from" || rest.at(-1)?.text !== "*" || rest.at(-2)?.text !== "import") return [];
  const module = rest.slice(0, -2).map(({ text }) => text);
  return /^[\w.]+$/.test(module.join("")) ? [{ at: first.at, text: `${names.all}("${module.join("")}")#` }] : [];
}

/** The lines that are not inside a function or class. */
function ownLines(lines: readonly LogicalLine[]): LogicalLine[] {
  let inside: number | undefined;
  return lines.filter((line) => {
    if (inside !== undefined && line.indent > inside) return false;
    inside = definedBy(line) === undefined ? undefined : line.indent;
    return true;
  });
}

/** The name that a `def` or `class` line defines. */
function definedBy({ tokens }: LogicalLine): string | undefined {
  const [first, second, third] = tokens.map(({ text }) => text);
  if (first === "def" || first === "class") return second ?? "";
  return first === "async" && second === "def" ? (third ?? "") : undefined;
}

function namesOf(lines: readonly LogicalLine[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    const defined = definedBy(line);
    const named =
      defined === undefined
        ? line.tokens.filter((token, at) => token.kind === "name" && line.tokens[at - 1]?.text !== ".")
        : [];
    for (const { text } of named) found.add(text);
    if (defined !== undefined && /^\w/.test(defined)) found.add(defined);
  }
  return new Set([...found].filter((name) => !keywords.has(name)));
}

/** Where the expression begins that is the file's last statement, if it is one. */
function lastExpression(line: LogicalLine | undefined): number | undefined {
  if (line === undefined || line.indent > 0 || definedBy(line) !== undefined) return undefined;
  const statement = lastStatement(line.tokens);
  const [first] = statement;
  if (first === undefined || first.text === "@") return undefined;
  // An `if` or a `for` on one line: what follows its colon is not always done.
  const opener = line.tokens[0]?.text ?? "";
  if ([first.text, opener].some((text) => keywords.has(text) && !beginning.has(text))) return undefined;
  const plain = statement.filter(({ depth }) => depth === 0).map(({ text }) => text);
  const isAnnotated = plain.includes(":") && !plain.includes("lambda");
  return isAnnotated || plain.some((text) => assigning.has(text)) ? undefined : first.at;
}

function lastStatement(tokens: readonly Token[]): readonly Token[] {
  const isEnd = ({ text, depth }: Token) => text === ";" && depth === 0;
  const trimmed = tokens.slice(0, tokens.findLastIndex((token) => !isEnd(token)) + 1);
  return trimmed.slice(trimmed.findLastIndex(isEnd) + 1);
}

function insert(source: string, inserts: readonly { readonly at: number; readonly text: string }[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of inserts) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  return pieces.join("") + source.slice(from);
}
