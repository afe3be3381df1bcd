/** The five kinds of work that snippets are sorted by. */
export const snippetGroups = ["dates", "groups", "csv", "json", "text"] as const;
export type SnippetGroup = (typeof snippetGroups)[number];

/** A piece of code to begin with: a function, and how it is called. */
export interface Snippet {
  /** Also the key of its title in the panel's words; the same work in another language has the same. */
  readonly id: string;
  readonly group: SnippetGroup;
  /** JavaScript is TypeScript too. */
  readonly language: "javascript" | "python" | "sql";
  /** Stands on its own; in SQL the whole query. */
  readonly source: string;
  /** A value that calls the function on `input`; "" in SQL. */
  readonly use: string;
}

/** Sources that nobody wrote: what a new step begins with. */
const untouched = new Set(["", "return input;", "return input", "SELECT * FROM rows"]);

/** Where a snippet goes, and what is written there: into code of one's own as a function, with its use as a comment. */
export function insertionOf(
  snippet: Snippet,
  source: string,
): { readonly replacesAll: boolean; readonly text: string } {
  const replacesAll = untouched.has(source.trim());
  if (snippet.language === "sql") return { replacesAll, text: replacesAll ? snippet.source : remark(snippet.source) };
  const sign = snippet.language === "python" ? "#" : "//";
  const ending = snippet.language === "python" ? "" : ";";
  const use = replacesAll ? `return ${snippet.use}${ending}` : `${sign} ${snippet.use}`;
  return { replacesAll, text: `${snippet.source}\n\n${use}\n` };
}

/** A query beside another, to be read or taken over: a step asks one query only. */
function remark(query: string): string {
  return `${query.replaceAll(/^(?!--)/gmu, "-- ")}\n`;
}

/** The snippets for a language of the sandbox. */
export function snippetsFor(language: string, all: readonly Snippet[]): readonly Snippet[] {
  const spoken = language === "typescript" ? "javascript" : language;
  return all.filter((snippet) => snippet.language === spoken);
}
