import { allowedFunctions } from "./functions.ts";
import { sentences } from "./sentences.ts";
import type { SqlTable } from "./tables.ts";

/** Actions of sqlite3_set_authorizer that a query needs. */
const action = { read: 20, select: 21, function: 31, recursive: 33 } as const;

/** Table-valued functions that are tables to the authorizer. They read their arguments and nothing else. */
const jsonTables: ReadonlySet<string> = new Set(["json_each", "json_tree", "jsonb_each", "jsonb_tree"]);

/** Names that SQLite gives a meaning of its own: its schema, its statistics, its pragmas. */
export const reservedName = /^(?:sqlite_|pragma_)/i;

export interface Authorizer {
  /** Whether SQLite may go on, as it compiles the query. */
  allows(action: number, first: string, second: string, database: string): boolean;
  /** Why it may not, as a sentence for the person. */
  readonly refusal: string | undefined;
}

/**
 * Decides what a query may name. What was not granted is not in the database at all, so this is the second line: it keeps the
 * query off what SQLite brings along by itself.
 *
 * A table of which no column is read comes here with its name alone, and so does a common table expression. Names of which
 * there is nothing are harmless, so all are let through but the reserved ones.
 */
export function createAuthorizer(tables: readonly SqlTable[]): Authorizer {
  const granted = new Map(
    tables.map(({ name, columns, hasRowId }) => [
      name,
      new Set([...columns.map((column) => column.name), ...(hasRowId ? ["ROWID"] : [])]),
    ]),
  );
  let refusal: string | undefined;

  function mayRead(table: string, column: string, database: string): boolean {
    if (reservedName.test(table)) return false;
    if (column === "") return true;
    if (database !== "main") return false;
    return jsonTables.has(table.toLowerCase()) || granted.get(table)?.has(column) === true;
  }

  function reasonAgainst(asked: number, first: string, second: string, database: string): string | undefined {
    switch (asked) {
      case action.select:
      case action.recursive:
        return undefined;
      case action.read:
        return mayRead(first, second, database) ? undefined : sentences.read(first, second);
      case action.function:
        return allowedFunctions.has(second.toLowerCase()) ? undefined : sentences.function(second);
      default:
        return sentences.write;
    }
  }

  return {
    allows(asked, first, second, database) {
      const reason = reasonAgainst(asked, first, second, database);
      refusal ??= reason;
      return reason === undefined;
    },
    get refusal() {
      return refusal;
    },
  };
}
