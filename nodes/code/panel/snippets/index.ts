import { csv } from "./csv.ts";
import { dates } from "./dates.ts";
import { groups } from "./groups.ts";
import { json } from "./json.ts";
import { python } from "./python.ts";
import type { Snippet } from "./snippet.ts";
import { sql } from "./sql.ts";
import { text } from "./text.ts";

export { insertionOf, snippetGroups, snippetsFor, type Snippet, type SnippetGroup } from "./snippet.ts";

export const snippets: readonly Snippet[] = [...dates, ...groups, ...csv, ...json, ...text, ...python, ...sql];
