import { describe, expect, test } from "vitest";
import { nodes } from "#nodes";
import { optionsOf, type FormSchema } from "#ui/kit";
import { de } from "../messages/forms/de.ts";
import { formWords, type FormWords } from "../messages/forms/index.ts";
import { formSchemaOf } from "./form-schema.ts";
import { worded } from "./worded.ts";

function schemaOf(type: string): FormSchema {
  const definition = nodes.find((each) => each.type === type);
  return definition === undefined ? {} : formSchemaOf(definition.configSchema);
}

function fieldOf(schema: FormSchema, name: string): FormSchema | undefined {
  const field = schema.properties?.[name];
  return typeof field === "object" ? field : undefined;
}

/** The schema in which the fields of a list's items stand, or those of the object itself. */
function innerOf(field: FormSchema): FormSchema {
  const { items } = field;
  return items !== undefined && typeof items === "object" && !Array.isArray(items) ? items : field;
}

/** Fields and choices that have words and are in no form. */
function strays(schema: FormSchema, words: FormWords): string[] {
  return Object.entries(words).flatMap(([name, { fields = {}, labels = {} }]) => {
    const field = fieldOf(schema, name);
    if (field === undefined) return [name];
    const values = optionsOf(field).map(({ value }) => value);
    return [...Object.keys(labels).filter((value) => !values.includes(value)), ...strays(innerOf(field), fields)];
  });
}

describe.each(Object.keys(de))("the German words of %s", (type) => {
  const schema = schemaOf(type);

  test("name fields and choices that its form has", () => expect(strays(schema, formWords("de", type))).toEqual([]));

  test("stand in the form; in English it is left as it is", () => {
    const german = worded(schema, formWords("de", type));
    for (const [name, { title }] of Object.entries(formWords("de", type)))
      expect(fieldOf(german, name)).toMatchObject({ ...fieldOf(schema, name), title, ...rest(german, name) });
    expect(worded(schema, formWords("en", type))).toEqual(schema);
  });
});

/** What words may change of a field beside its title. */
function rest(schema: FormSchema, name: string) {
  const { description, labels, items, properties } = fieldOf(schema, name) ?? {};
  return Object.fromEntries(
    Object.entries({ description, labels, items, properties }).filter(([, value]) => value !== undefined),
  );
}

test("the words reach into lists", () => {
  const tables = fieldOf(worded(schemaOf("sql"), formWords("de", "sql")), "tables") ?? {};
  const input = fieldOf(innerOf(tables), "input") ?? {};
  expect(optionsOf(input).map(({ label }) => label)).toContain("Tabelle 1");
});
