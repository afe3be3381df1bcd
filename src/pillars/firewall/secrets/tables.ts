import type { FoundSecret } from "./found.ts";
import { passwordScore, tokenScore } from "./judge.ts";
import { promiseOf } from "./words.ts";
import type { Promise } from "./words.ts";

/** The line under the heads of a table's columns, as Markdown has it. */
const rule = /^[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){1,40}\|?[ \t]*$/gmu;
/** Rows of one table, and units of one row, that are read. */
const mostRows = 200;
const longestRow = 2000;

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** What stands under a head such as "Password" or "API key". */
export function* tableSecrets(text: string): Generator<FoundSecret> {
  if (!text.includes("|")) return;
  for (const { index, 0: line } of text.matchAll(rule)) {
    const headEnd = index - 1;
    const headStart = text.lastIndexOf("\n", headEnd - 1) + 1;
    if (headEnd <= 0 || headEnd - headStart > longestRow) continue;
    const columns = cellsOf(text, headStart, headEnd).map((cell) => promiseOf(cell.text));
    if (columns.some((promise) => promise !== undefined)) yield* rowsUnder(text, index + line.length + 1, columns);
  }
}

function* rowsUnder(text: string, from: number, columns: readonly (Promise | undefined)[]): Generator<FoundSecret> {
  let start = from;
  for (let row = 0; row < mostRows && start < text.length; row++) {
    const newline = text.indexOf("\n", start);
    const end = Math.min(newline === -1 ? text.length : newline, start + longestRow);
    const line = text.slice(start, end);
    // Another table's rule: its rows are read with it.
    if (!line.includes("|") || /^[\s|:-]*$/u.test(line)) return;
    for (const [column, cell] of cellsOf(text, start, end).entries()) {
      const promise = columns[column];
      const how = { by: "sign", isQuoted: false } as const;
      const score = promise === "password" ? passwordScore(cell.text, how) : tokenScore(cell.text, how);
      if (promise !== undefined && cell.text.length > 5 && score > 0)
        yield { category: "assigned-secret", score, start: cell.start, end: cell.start + cell.text.length, promise };
    }
    if (newline === -1) return;
    start = newline + 1;
  }
}

/** The cells of a row without the white space and the marks of code around them. */
function cellsOf(text: string, from: number, to: number): Cell[] {
  const row = text.slice(from, to);
  const offset = /^[ \t]*\|?/u.exec(row)?.[0].length ?? 0;
  let at = offset;
  return row
    .slice(offset)
    .split("|")
    .map((cell) => {
      const inner = cell.replace(/^[\s`*]+/u, "");
      const start = from + at + cell.length - inner.length;
      at += cell.length + 1;
      return { text: inner.replace(/[\s`*]+$/u, ""), start };
    });
}
