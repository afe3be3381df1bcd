import { useKitWords } from "../kit-words.tsx";
import { TextField } from "../text-field.tsx";
import { ListFrame } from "./list-frame.tsx";
import type { WidgetProps } from "./widget.ts";

/** A list of short texts. */
export function StringList({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  const t = useKitWords().form;
  const items = Array.isArray(value) ? value.map(String) : [];
  return (
    <ListFrame
      {...{ label, hint, error, disabled }}
      count={items.length}
      onAdd={() => onChange([...items, ""])}
      onRemove={(at) => onChange(items.toSpliced(at, 1))}
      renderItem={(at) => (
        <TextField
          label={t.item(at + 1)}
          hideLabel
          value={items[at] ?? ""}
          onChange={(next) => onChange(items.with(at, next))}
        />
      )}
    />
  );
}
