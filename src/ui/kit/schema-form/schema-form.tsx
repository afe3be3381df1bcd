import type { FieldError, FieldPath, FormSchema } from "./schema.ts";
import { ObjectFields } from "./schema-fields.tsx";
import { errorAt } from "./schema.ts";
import type { Widgets } from "./widget.ts";
import { Icon } from "../icon.tsx";

export type SchemaFormProps = {
  /** Of an object; see `z.toJSONSchema`. Fields appear in its order. */
  schema: FormSchema;
  value: Readonly<Record<string, unknown>>;
  /** One call for each field that a person changes. `undefined` means: not set. */
  onChange: (path: FieldPath, value: unknown) => void;
  /** One sentence a place, as zod issues give them. */
  errors?: readonly FieldError[];
  widgets?: Widgets;
  disabled?: boolean;
};

const noWidgets: Widgets = {};

/** The settings of anything that has a schema. */
export function SchemaForm({
  schema,
  value,
  onChange,
  errors = [],
  widgets = noWidgets,
  disabled = false,
}: SchemaFormProps) {
  const whole = errorAt(errors, []);
  return (
    <div className="form">
      {whole && (
        <p className="form-error" role="alert">
          <Icon name="triangle-alert" size={14} />
          {whole}
        </p>
      )}
      <ObjectFields schema={schema} value={value} path={[]} form={{ widgets, errors, onChange, disabled }} />
    </div>
  );
}
