import { SchemaForm, Select } from "#ui/kit";
import type { FormSchema, WidgetProps } from "#ui/kit";
import { setAt } from "./set-at.ts";

/** One of several shapes, told apart by a constant: the choice, then the fields of the one that is chosen. */
export function VariantWidget({ schema, label, hint, error, value, onChange }: WidgetProps) {
  const variants = variantsOf(schema);
  const current = isRecord(value) ? value : {};
  const [first] = variants;
  if (first === undefined) return null;
  const chosen = variants.find(({ tag, constant }) => current[tag] === constant) ?? first;
  const choose = (constant: string) => {
    const next = variants.find((each) => each.constant === constant);
    if (next) onChange(startOf(next, current));
  };
  return (
    <fieldset>
      <Select
        {...{ label, hint, error }}
        options={variants.map(({ constant, title }) => ({ value: constant, label: title }))}
        value={chosen.constant}
        onChange={choose}
      />
      <SchemaForm
        schema={chosen.fields}
        value={current}
        onChange={(path, next) => onChange(setAt(current, path, next))}
      />
    </fieldset>
  );
}

interface Variant {
  readonly tag: string;
  readonly constant: string;
  readonly title: string;
  /** Its fields without the constant. */
  readonly fields: FormSchema;
}

function variantsOf({ oneOf, anyOf }: FormSchema): readonly Variant[] {
  return (oneOf ?? anyOf ?? []).flatMap((option) => {
    if (typeof option !== "object") return [];
    const properties = Object.entries(option.properties ?? {});
    const tagged = properties.find(([, field]) => typeof field === "object" && typeof field.const === "string");
    if (tagged === undefined || typeof tagged[1] !== "object") return [];
    const [tag, field] = tagged;
    const fields = { ...option, properties: Object.fromEntries(properties.filter(([name]) => name !== tag)) };
    return [{ tag, constant: String(field.const), title: option.title ?? String(field.const), fields }];
  });
}

/** What the new shape shares with the old one is kept; the rest begins with what its schema says. */
function startOf(
  { tag, constant, fields }: Variant,
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kept = Object.entries(fields.properties ?? {}).flatMap(([name, field]) => {
    const start = before[name] ?? (typeof field === "object" ? (field.default ?? emptyOf(field)) : undefined);
    return start === undefined ? [] : [[name, start] as const];
  });
  return { [tag]: constant, ...Object.fromEntries(kept) };
}

function emptyOf({ type, minimum }: FormSchema): unknown {
  if (type === "number" || type === "integer") return minimum ?? 0;
  return type === "string" ? "" : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
