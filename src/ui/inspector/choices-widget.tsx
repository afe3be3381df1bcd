import { Checkbox } from "#ui/kit";
import type { FormSchema, WidgetProps } from "#ui/kit";

/** Any of a few fixed words. */
export function ChoicesWidget({ schema, label, hint, error, value, onChange }: WidgetProps) {
  const words = wordsOf(schema);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (word: string, isChosen: boolean) =>
    onChange(words.filter((each) => (each === word ? isChosen : chosen.includes(each))));
  return (
    <fieldset>
      <legend>{label}</legend>
      {hint && <p className="small t3">{hint}</p>}
      {words.map((word) => (
        <Checkbox
          key={word}
          label={readable(word)}
          checked={chosen.includes(word)}
          onChange={(isOn) => toggle(word, isOn)}
        />
      ))}
      {error && <p className="form-error">{error}</p>}
    </fieldset>
  );
}

function wordsOf({ items }: FormSchema): readonly string[] {
  return typeof items === "object" && !Array.isArray(items) ? (items.enum ?? []).map(String) : [];
}

/** "driving-licence" as "Driving licence". */
function readable(word: string): string {
  const words = word.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
