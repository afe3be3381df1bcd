import type { KeyboardEvent, Ref } from "react";
import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { labels } from "./text-field.tsx";
import { classes } from "./words.ts";

export type TextAreaProps = ControlLabels & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  rows?: number;
  code?: boolean;
  disabled?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text; grows with what is in it. */
export function TextArea({ ref, ...props }: TextAreaProps) {
  return (
    <Control {...labels(props)}>
      {(ids) => (
        <span className={classes("field area", props.code && "code", props.error !== undefined && "bad")}>
          <textarea
            {...ids}
            ref={ref}
            value={props.value}
            placeholder={props.placeholder}
            rows={props.rows ?? 3}
            disabled={props.disabled}
            spellCheck={!props.code}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={props.onKeyDown}
          />
        </span>
      )}
    </Control>
  );
}
