import type { core } from "zod";

/** A JSON Schema as `z.toJSONSchema` writes it, with `.meta()` keys beside the standard ones. */
export type FormSchema = core.JSONSchema.BaseSchema;

export type FieldKind =
  | "text"
  | "textarea"
  | "number"
  | "integer"
  | "boolean"
  | "enum"
  | "strings"
  | "objects"
  | "object"
  | "unknown";

/** Where a value sits in the settings: `["limits", "steps"]`, `["headers", 0, "name"]`. */
export type FieldPath = readonly (string | number)[];

export type FieldError = { path: FieldPath; message: string };

/** The widget that a definition asks for with `.meta({ widget })`. */
export function widgetOf(schema: FormSchema): string | undefined {
  const widget = schema["widget"];
  return typeof widget === "string" ? widget : undefined;
}

/** How a value of this schema is edited when no widget is asked for. */
export function kindOf(schema: FormSchema): FieldKind {
  if (schema.enum ?? constantsOf(schema).length > 0) return "enum";
  const item = itemOf(schema);
  if (schema.type === "array")
    return item?.type === "string" ? "strings" : item?.type === "object" ? "objects" : "unknown";
  if (schema.type === "object") return schema.properties ? "object" : "unknown";
  if (schema.type === "number" || schema.type === "integer" || schema.type === "boolean") return schema.type;
  if (schema.type !== "string") return "unknown";
  return widgetOf(schema) === "textarea" ? "textarea" : "text";
}

/** The choices of an enum, or of a union of constants, with their titles where they have one. */
export function optionsOf(schema: FormSchema): { value: string; label: string }[] {
  const labels = schema["labels"];
  const named = (value: string) => (isRecord(labels) && typeof labels[value] === "string" ? labels[value] : value);
  if (schema.enum) return schema.enum.map((value) => ({ value: String(value), label: named(String(value)) }));
  return constantsOf(schema).map((option) => ({
    value: String(option.const),
    label: option.title ?? named(String(option.const)),
  }));
}

/** The schema of each item of a list. */
export function itemOf(schema: FormSchema): FormSchema | undefined {
  const { items } = schema;
  return items !== undefined && typeof items === "object" && !Array.isArray(items) ? items : undefined;
}

/** The fields of an object in the order they were defined; what a form should not show is left out. */
export function fieldsOf(schema: FormSchema): { name: string; schema: FormSchema; isRequired: boolean }[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    typeof field === "object" && widgetOf(field) !== "hidden"
      ? [{ name, schema: field, isRequired: required.has(name) }]
      : [],
  );
}

/** The label of a field: its title, else its name in words. */
export function titleOf(name: string, schema: FormSchema): string {
  if (schema.title) return schema.title;
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a new item of a list starts with. */
export function emptyValue(schema: FormSchema): unknown {
  if (schema.default !== undefined) return structuredClone(schema.default);
  if (schema.type === "object")
    return Object.fromEntries(
      fieldsOf(schema).flatMap(({ name, schema: field, isRequired }) =>
        isRequired ? [[name, emptyValue(field)]] : [],
      ),
    );
  if (schema.type === "array") return [];
  if (schema.type === "boolean") return false;
  if (schema.type === "number" || schema.type === "integer") return schema.minimum ?? 0;
  return optionsOf(schema)[0]?.value ?? "";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first sentence about exactly this place. */
export function errorAt(errors: readonly FieldError[], path: FieldPath): string | undefined {
  return errors.find((error) => error.path.length === path.length && error.path.every((key, at) => key === path[at]))
    ?.message;
}

function constantsOf(schema: FormSchema): FormSchema[] {
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap((option) =>
    typeof option === "object" && option.const !== undefined ? [option] : [],
  );
}
