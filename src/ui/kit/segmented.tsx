import { useId } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { classes } from "./words.ts";

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: string;
  count?: number | undefined;
  icon?: IconName;
};
export type SegmentedProps<Value extends string> = {
  label: string;
  options: readonly SegmentedOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  wide?: boolean;
};

/** One of a few, all in sight. Radio buttons underneath, so arrows choose. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  wide = false,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div className={classes("seg", wide && "wide")} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.icon && <Icon name={option.icon} size={14} />}
          {option.label}
          {option.count !== undefined && <span className="n">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}
