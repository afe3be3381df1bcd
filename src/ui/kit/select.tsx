import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { labels } from "./text-field.tsx";
import { classes } from "./words.ts";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = ControlLabels & {
  options: readonly SelectOption[];
  value: string | undefined;
  onChange: (value: string) => void;
  icon?: IconName;
  size?: "sm" | "default";
  quiet?: boolean;
  disabled?: boolean;
  placeholder?: string;
};

/** One of many. The platform's own list: it works with every keyboard, screen reader and phone. */
export function Select(props: SelectProps) {
  const { options, value, onChange, size = "default", placeholder } = props;
  const isKnown = options.some((option) => option.value === value);
  return (
    <Control {...labels(props)}>
      {(ids) => (
        <span
          className={classes(
            "field",
            size === "sm" && "sm",
            props.quiet && "quiet",
            props.error !== undefined && "bad",
          )}
        >
          {props.icon && <Icon name={props.icon} />}
          <select
            {...ids}
            value={isKnown ? value : ""}
            disabled={props.disabled}
            onChange={(event) => onChange(event.target.value)}
          >
            {!isKnown && (
              <option value="" disabled>
                {placeholder ?? value ?? ""}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={14} />
        </span>
      )}
    </Control>
  );
}
