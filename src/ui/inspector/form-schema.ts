import { z } from "zod";
import type { FormSchema } from "#ui/kit";

/** The JSON Schema of a step's settings, with the widgets that its shapes ask for where the definition names none. */
export function formSchemaOf(schema: z.ZodType): FormSchema {
  return withWidgets(z.toJSONSchema(schema, { io: "input" }));
}

/** A choice between shapes becomes `variant`, a list of fixed words `choices`. */
function withWidgets(schema: FormSchema): FormSchema {
  const { properties, items } = schema;
  const widget = schema["widget"] ?? widgetFor(schema);
  return {
    ...schema,
    ...(widget !== undefined && { widget }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          typeof field === "object" ? withWidgets(field) : field,
        ]),
      ),
    }),
    ...(items !== undefined && typeof items === "object" && !Array.isArray(items) && { items: withWidgets(items) }),
  };
}

function widgetFor({ oneOf, anyOf, type, items }: FormSchema): string | undefined {
  const options = oneOf ?? anyOf ?? [];
  if (options.length > 1 && options.every((each) => typeof each === "object" && each.type === "object"))
    return "variant";
  const isFixed = typeof items === "object" && !Array.isArray(items) && items.enum !== undefined;
  return type === "array" && isFixed ? "choices" : undefined;
}
