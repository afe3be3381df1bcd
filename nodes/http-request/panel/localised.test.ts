import { z } from "zod";
import { expect, test } from "vitest";
import { settings } from "../settings.ts";
import { localised } from "./localised.ts";
import { fields } from "./words/de-fields.ts";

const own = ["secret", "proves", "effect", "roles"];

/** Every title with the place of its field. */
function titles(schema: z.core.JSONSchema.BaseSchema, place = ""): [string, unknown][] {
  const { properties = {}, items } = schema;
  const inner = Object.entries(properties).flatMap(([name, field]) =>
    typeof field === "object" ? titles(field, place === "" ? name : `${place}.${name}`) : [],
  );
  const listed = typeof items === "object" && !Array.isArray(items) ? titles(items, place) : [];
  return [...(schema.title === undefined ? [] : [[place, schema.title] as [string, unknown]]), ...inner, ...listed];
}

const shown = titles(localised(z.toJSONSchema(settings, { io: "input" }), fields)).filter(
  ([place]) => !own.includes(place.split(".")[0] ?? ""),
);

test("every setting that the form shows has German words, inside lists too", () => {
  expect(shown.map(([place]) => place).sort()).toEqual(Object.keys(fields).sort());
  for (const [place, title] of shown) expect(title).toBe(fields[place]?.title);
});
