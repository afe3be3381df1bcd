import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, type RowWork } from "#engine";
import { joinPath } from "../leaves.ts";
import { figureOf, matches, rank } from "./figures.ts";

/** What came out, and by path of the result the arguments that each value was made of. */
export type Worked =
  | { readonly ok: true; readonly result: JsonObject; readonly from: ReadonlyMap<string, readonly string[]> }
  | { readonly ok: false; readonly sentence: string };

interface Row {
  readonly at: number;
  readonly values: JsonObject;
}

/** Filters, picks, sums or groups rows. The same arguments give the same result; a value that is not asked about goes over as it is. */
export function workOnRows(work: RowWork, args: JsonObject): Worked {
  const listed = args["rows"];
  if (listed === undefined || !isJsonArray(listed) || !listed.every(isJsonObject))
    return { ok: false, sentence: "The rows must be a list of records." };
  const rows = listed.map((values, at) => ({ at, values }));
  switch (work) {
    case "keep":
      return keep(rows, args);
    case "pick":
      return pick(rows, args);
    case "add-up":
      return addUp(rows, args);
    case "group":
      return group(rows, args);
  }
}

function keep(rows: readonly Row[], args: JsonObject): Worked {
  const kept = rows.filter(({ values }) => matches(own(values, text(args, "field")), text(args, "is"), args["value"]));
  const from = new Map(kept.flatMap((row, position) => carried(row, `rows.${position}`)));
  from.set("count", cells(rows, text(args, "field")));
  return { ok: true, result: { rows: kept.map(({ values }) => values), count: kept.length }, from };
}

function pick(rows: readonly Row[], args: JsonObject): Worked {
  const which = text(args, "which");
  const field = text(args, "field");
  if ((which === "largest" || which === "smallest") && field === "")
    return { ok: false, sentence: "Say by which column the row is picked." };
  const chosen = which === "first" ? rows[0] : which === "last" ? rows.at(-1) : rank(rows, field, which);
  if (chosen === undefined) return { ok: false, sentence: "There is no such row." };
  return { ok: true, result: { row: chosen.values }, from: new Map(carried(chosen, "row")) };
}

function addUp(rows: readonly Row[], args: JsonObject): Worked {
  const field = text(args, "field");
  const figure = figureOf(
    rows.map(({ values }) => own(values, field)),
    text(args, "what"),
  );
  if (figure === undefined) return { ok: false, sentence: `The column ${field} has values that are no numbers.` };
  const made = cells(rows, field);
  return {
    ok: true,
    result: { value: figure, count: rows.length },
    from: new Map([
      ["value", made],
      ["count", made],
    ]),
  };
}

function group(rows: readonly Row[], args: JsonObject): Worked {
  const [by, field] = [text(args, "by"), text(args, "field")];
  const members = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(own(row.values, by) ?? null);
    members.set(name, [...(members.get(name) ?? []), row]);
  }
  const from = new Map<string, readonly string[]>();
  const groups: JsonObject[] = [];
  for (const [at, own_] of [...members.values()].entries()) {
    const value = figureOf(
      own_.map(({ values }) => own(values, field)),
      text(args, "what"),
    );
    if (value === undefined) return { ok: false, sentence: `The column ${field} has values that are no numbers.` };
    groups.push({ group: own(own_[0]?.values ?? {}, by) ?? null, value, count: own_.length });
    const [names, parts] = [cells(own_, by), cells(own_, field)];
    from.set(`groups.${at}.group`, names);
    from.set(`groups.${at}.value`, [...names, ...parts]);
    from.set(`groups.${at}.count`, names);
  }
  return { ok: true, result: { groups }, from };
}

function text(args: JsonObject, name: string): string {
  const value = own(args, name);
  return typeof value === "string" ? value : "";
}

function own(values: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Each field of a row with the argument it is. */
function carried({ at, values }: Row, path: string): [string, readonly string[]][] {
  return Object.keys(values).map((name) => [joinPath(path, name), [joinPath(`rows.${at}`, name)]]);
}

function cells(rows: readonly Row[], field: string): readonly string[] {
  return rows.map(({ at }) => joinPath(`rows.${at}`, field));
}
