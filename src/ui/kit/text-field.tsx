import type { Ref } from "react";
import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Kbd } from "./kbd.tsx";
import { classes } from "./words.ts";

export type TextFieldProps = ControlLabels & {
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (() => void) | undefined;
  placeholder?: string;
  icon?: IconName;
  kbd?: string;
  type?: "text" | "search" | "password" | "url" | "email";
  size?: "sm" | "default" | "lg";
  quiet?: boolean;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** One line of text. */
export function TextField({ ref, ...props }: TextFieldProps) {
  const { value, onChange, onSubmit, type = "text", size = "default" } = props;
  return (
    <Control {...labels(props)}>
      {(ids) => (
        <span
          className={classes(
            "field",
            size !== "default" && size,
            props.quiet && "quiet",
            props.error !== undefined && "bad",
          )}
        >
          {props.icon && <Icon name={props.icon} />}
          <input
            {...ids}
            ref={ref}
            type={type}
            value={value}
            placeholder={props.placeholder}
            disabled={props.disabled}
            autoComplete="off"
            spellCheck={type === "text"}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && onSubmit?.()}
          />
          {props.kbd && <Kbd isSilent>{props.kbd}</Kbd>}
        </span>
      )}
    </Control>
  );
}

/** Only the words around a control, so that value and handlers never reach the label. */
export function labels({ label, hideLabel, hint, error }: ControlLabels): ControlLabels {
  return { label, hideLabel: hideLabel ?? false, hint, error };
}
