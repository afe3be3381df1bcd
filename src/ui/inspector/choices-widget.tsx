import { Checkbox, optionsOf } from "#ui/kit";
import type { FormSchema, WidgetProps } from "#ui/kit";

/** Any of a few fixed words. */
export function ChoicesWidget({ schema, label, hint, error, value, onChange }: WidgetProps) {
  const labels = wordsOf(schema);
  const words = [...labels.keys()];
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (word: string, isChosen: boolean) =>
    onChange(words.filter((each) => (each === word ? isChosen : chosen.includes(each))));
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {hint && <p className="small t3">{hint}</p>}
      {words.map((word) => (
        <Checkbox
          key={word}
          label={readable(labels.get(word) ?? word)}
          checked={chosen.includes(word)}
          onChange={(isOn) => toggle(word, isOn)}
        />
      ))}
      {error && <p className="form-error">{error}</p>}
    </fieldset>
  );
}

/** Each word with the name that people know it by. */
function wordsOf({ items }: FormSchema): ReadonlyMap<string, string> {
  if (typeof items !== "object" || Array.isArray(items)) return new Map();
  return new Map(optionsOf(items).map(({ value, label }) => [value, label]));
}

/** "driving-licence" as "Driving licence". */
function readable(word: string): string {
  const words = word.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
