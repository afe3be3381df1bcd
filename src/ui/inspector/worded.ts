import type { FormSchema } from "#ui/kit";
import type { FieldWords, FormWords } from "../messages/forms/index.ts";

/** The schema of a form with other words for its fields. */
export function worded(schema: FormSchema, words: FormWords): FormSchema {
  const { properties } = schema;
  if (properties === undefined) return schema;
  const fields = Object.entries(properties).map(([name, field]) => {
    const own = words[name];
    return [name, own === undefined || typeof field !== "object" ? field : wordedField(field, own)];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}

function wordedField(field: FormSchema, { fields = {}, ...words }: FieldWords): FormSchema {
  const { items } = field;
  const isList = typeof items === "object" && !Array.isArray(items);
  return { ...worded(field, fields), ...words, ...(isList && { items: worded(items, fields) }) };
}
