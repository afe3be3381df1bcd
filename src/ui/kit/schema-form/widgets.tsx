import { useKitWords } from "../kit-words.tsx";
import { NumberField } from "../number-field.tsx";
import { Select } from "../select.tsx";
import { Switch } from "../switch.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { optionsOf } from "./schema.ts";
import type { WidgetProps } from "./widget.ts";

export function TextWidget({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  return <TextField {...{ label, hint, error, onChange, disabled }} value={asText(value)} />;
}

export function TextAreaWidget({ schema, label, hint, error, value, onChange, disabled }: WidgetProps) {
  return (
    <TextArea
      {...{ label, hint, error, onChange, disabled }}
      value={asText(value)}
      code={schema["language"] !== undefined}
    />
  );
}

export function NumberWidget({ schema, label, hint, error, value, onChange, disabled }: WidgetProps) {
  const unit = schema["unit"];
  return (
    <NumberField
      {...{ label, hint, error, onChange, disabled }}
      value={typeof value === "number" ? value : undefined}
      min={schema.minimum}
      max={schema.maximum}
      step={schema.type === "integer" ? 1 : "any"}
      {...(typeof unit === "string" && { unit })}
    />
  );
}

export function SwitchWidget({ label, hint, value, onChange, disabled }: WidgetProps) {
  return <Switch {...{ label, hint, onChange, disabled }} checked={value === true} />;
}

export function ChoiceWidget({ schema, label, hint, error, value, onChange, disabled }: WidgetProps) {
  // A choice may be a number; the schema's own constant is passed on, not the text of the option.
  const choose = (text: string) => onChange(schema.enum?.find((option) => String(option) === text) ?? text);
  return (
    <Select
      {...{ label, hint, error, disabled }}
      options={optionsOf(schema)}
      value={value === undefined ? undefined : asText(value)}
      onChange={choose}
    />
  );
}

/** A setting that no form can show is named, never dropped. */
export function UnknownWidget({ label }: WidgetProps) {
  const t = useKitWords();
  return (
    <div className="control">
      <span className="label">{label}</span>
      <p className="hint">{t.form.unknownWidget}</p>
    </div>
  );
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}
