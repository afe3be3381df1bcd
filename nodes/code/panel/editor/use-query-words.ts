import { useEffect } from "react";
import type { Query } from "./query.ts";
import type { Monaco } from "./use-monaco.ts";

const keywords =
  "SELECT FROM WHERE GROUP BY ORDER BY HAVING LIMIT JOIN LEFT JOIN ON AS AND OR NOT IN LIKE BETWEEN IS NULL CASE WHEN THEN ELSE END WITH DISTINCT UNION ALL DESC ASC".split(
    " ",
  );

/** Offers the tables, columns and values of a query while it is written. What it may not read is not among them. */
export function useQueryWords(monaco: Monaco | undefined, query: Query | undefined): void {
  useEffect(() => {
    if (monaco === undefined || query === undefined) return;
    const { Class, Field, Variable, Keyword } = monaco.languages.CompletionItemKind;
    const names = [
      ...query.tables.flatMap(({ name, columns }) => [
        { label: name, kind: Class, detail: columns.join(", "), insertText: quoted(name) },
        ...columns.map((column) => ({ label: column, kind: Field, detail: name, insertText: quoted(column) })),
      ]),
      ...query.values.map((name) => ({ label: `:${name}`, kind: Variable, detail: "", insertText: `:${name}` })),
      ...[...new Set(keywords)].map((word) => ({ label: word, kind: Keyword, detail: "", insertText: word })),
    ];
    const offering = monaco.languages.registerCompletionItemProvider("sql", {
      triggerCharacters: [".", ":"],
      provideCompletionItems(model, position) {
        const { startColumn, endColumn } = model.getWordUntilPosition(position);
        const { lineNumber } = position;
        const before = model.getLineContent(lineNumber).slice(0, startColumn - 1);
        const range = {
          startLineNumber: lineNumber,
          endLineNumber: lineNumber,
          startColumn: before.endsWith(":") ? startColumn - 1 : startColumn,
          endColumn,
        };
        return { suggestions: names.map((item) => ({ ...item, range })) };
      },
    });
    return () => offering.dispose();
  }, [monaco, query]);
}

/** A name as SQL takes it. */
function quoted(name: string): string {
  return /^[a-z_]\w*$/iu.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
