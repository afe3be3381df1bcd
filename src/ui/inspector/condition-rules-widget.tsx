import { Button, IconButton, Select, TextField } from "#ui/kit";
import type { FormSchema, WidgetProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

interface Row {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

/** These look whether something is there; they compare with nothing. */
const alone: ReadonlySet<string> = new Set(["is-set", "is-empty"]);

/** Rows of field, comparison and value: a condition without a language. */
export function ConditionRulesWidget({ schema, label, error, value, onChange, disabled }: WidgetProps) {
  const t = useMessages().edit.inspect;
  const rows = (Array.isArray(value) ? value : []).map(rowOf);
  const set = (at: number, change: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <fieldset disabled={disabled}>
      <legend>{label}</legend>
      {rows.length === 0 && <p className="small t2">{t.noRules}</p>}
      {rows.map((row, at) => (
        // Rows have no names of their own; their place is what tells them apart.
        <div key={at} className="item block">
          <div className="form">
            <TextField label={t.field} value={row.field} onChange={(field) => set(at, { field })} />
            <Select
              label={t.compare}
              options={operatorsOf(schema)}
              value={row.operator}
              onChange={(operator) => set(at, { operator })}
            />
            {!alone.has(row.operator) && (
              <TextField label={t.with} value={row.value} onChange={(wanted) => set(at, { value: wanted })} />
            )}
          </div>
          <IconButton icon="trash" label={t.removeRule(at + 1)} onPress={() => onChange(rows.toSpliced(at, 1))} />
        </div>
      ))}
      {error && <p className="form-error">{error}</p>}
      <span>
        <Button
          size="sm"
          icon="plus"
          onPress={() => onChange([...rows, { field: "", operator: "contains", value: "" }])}
        >
          {t.addRule}
        </Button>
      </span>
    </fieldset>
  );
}

function rowOf(candidate: unknown): Row {
  const row = typeof candidate === "object" && candidate !== null ? candidate : {};
  const text = (name: string) => {
    const found: unknown = Reflect.get(row, name);
    return typeof found === "string" ? found : "";
  };
  return { field: text("field"), operator: text("operator") || "contains", value: text("value") };
}

/** The comparisons and their words, as the step's own schema has them. */
function operatorsOf({ items }: FormSchema): { value: string; label: string }[] {
  const operator = typeof items === "object" && !Array.isArray(items) ? items.properties?.["operator"] : undefined;
  if (typeof operator !== "object") return [];
  const labels: unknown = operator["labels"];
  return (operator.enum ?? []).map((each) => {
    const label: unknown =
      typeof labels === "object" && labels !== null ? Reflect.get(labels, String(each)) : undefined;
    return { value: String(each), label: typeof label === "string" ? label : String(each) };
  });
}
