import type { FormSchema } from "#ui/kit";
import type { ActionChoice, PanelWords } from "./words/index.ts";

/** A check as the panel shows it: everything comes from the settings' own schema, so that a new guard needs no line here. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly schema: FormSchema;
  readonly setting: Readonly<Record<string, unknown>>;
}

/** The schema with the words of another language where there are any; what a list is made of is called `each`. */
function translated(schema: FormSchema, fields: PanelWords["fields"], path: readonly string[] = []): FormSchema {
  const { title, description, labels } = fields[path.join(".")] ?? {};
  const items = itemOf(schema);
  return {
    ...schema,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(labels && !items && { labels }),
    ...(items && { items: { ...translated(items, fields, [...path, "each"]), ...(labels && { labels }) } }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, field]) => [
          name,
          typeof field === "object" ? translated(field, fields, [...path, name]) : field,
        ]),
      ),
    }),
  };
}

function itemOf({ items }: FormSchema): FormSchema | undefined {
  return typeof items === "object" && !Array.isArray(items) ? items : undefined;
}

/** The schema at one place below an object schema. */
export function fieldOf({ properties }: FormSchema, name: string): FormSchema | undefined {
  const field = properties?.[name];
  return typeof field === "object" ? field : undefined;
}

/** What is set, with the schema's defaults where nothing is. */
function settingOf(schema: FormSchema, value: unknown): Readonly<Record<string, unknown>> {
  const stored = asRecord(value);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      name,
      stored[name] ?? (typeof field === "object" ? field.default : undefined),
    ]),
  );
}

/** Every check of the schema, or every stronger tier, in its order. */
export function checksOf(
  schema: FormSchema,
  value: Readonly<Record<string, unknown>>,
  words: PanelWords,
  group: "guards" | "tiers" = "guards",
): readonly Check[] {
  const guards = fieldOf(schema, group);
  if (guards === undefined) return [];
  const stored = asRecord(value[group]);
  const spoken = translated(guards, words.fields);
  return Object.entries(spoken.properties ?? {}).flatMap(([id, guard]) =>
    typeof guard === "object"
      ? [
          {
            id,
            title: guard.title ?? id,
            description: guard.description ?? "",
            schema: guard,
            setting: settingOf(guard, stored[id]),
          },
        ]
      : [],
  );
}

/** What a check does now, in a sentence. */
export function sentenceOf({ id, title, description, setting }: Check, words: PanelWords): string {
  const says = words.check.says[id];
  const action = actionOf(setting);
  if (says) return says[action];
  return action === "off" ? `${words.check.actions.off}: ${title}.` : description;
}

export function actionOf(setting: Readonly<Record<string, unknown>>): ActionChoice {
  const { action } = setting;
  return action === "warn" || action === "redact" || action === "ask" || action === "block" ? action : "off";
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
