import type { JsonObject } from "#engine";
import { z } from "zod";
import { ledger } from "./ledger.ts";
import { failure, success, type Effect } from "./outcome.ts";
import type { CrmState } from "./state.ts";

const readArguments = z.strictObject({ table: z.string() });

/** All rows of one table. Who may read which is no matter of the books: they would show the payroll to anybody. */
export function readTable(_state: CrmState, args: JsonObject): Effect {
  const asked = readArguments.safeParse(args);
  const rows = asked.success ? ledger.get(asked.data.table) : undefined;
  if (!asked.success || rows === undefined) return { outcome: failure("There is no such table.") };
  return { outcome: success({ table: asked.data.table, currency: "EUR", rows: [...rows] }) };
}
