import type { FormSchema } from "#ui/kit";

/** How a field is called in another language than the schema's. */
export interface FieldWords {
  readonly title: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** By the names on the way to a field: `arguments.name`. */
export type Fields = Readonly<Record<string, FieldWords>>;

/** The schema with each field's words in place of its own, inside lists too. */
export function localised(schema: FormSchema, fields: Fields, place = ""): FormSchema {
  const { properties, items } = schema;
  const own = fields[place];
  const inner = Object.entries(properties ?? {}).map(([name, field]) => [
    name,
    typeof field === "object" ? localised(field, fields, place === "" ? name : `${place}.${name}`) : field,
  ]);
  return {
    ...schema,
    ...own,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(inner) }),
    ...(items !== undefined && typeof items === "object" && !Array.isArray(items)
      ? { items: localised(items, withoutOwn(fields, place), place) }
      : {}),
  };
}

/** An item is not called what its list is. */
function withoutOwn(fields: Fields, place: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== place));
}
