import { useState } from "react";
import { useKitWords } from "./kit-words.tsx";
import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { labels } from "./text-field.tsx";
import { classes } from "./words.ts";

export type NumberFieldProps = ControlLabels & {
  value: number | undefined;
  /** `undefined` when the field is emptied. */
  onChange: (value: number | undefined) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | "any";
  unit?: string;
  placeholder?: string;
  disabled?: boolean;
};

/** A number with its unit. What is typed stays on screen until it is a number; only numbers are passed on. */
export function NumberField(props: NumberFieldProps) {
  const t = useKitWords();
  const [draft, setDraft] = useState<string>();
  const change = (text: string) => {
    const number = Number(text);
    const isNumber = text.trim() !== "" && Number.isFinite(number);
    setDraft(isNumber || text === "" ? undefined : text);
    if (text === "" || isNumber) props.onChange(text === "" ? undefined : number);
  };
  const error = draft === undefined ? props.error : t.form.notANumber;
  return (
    <Control {...labels({ ...props, error })}>
      {(ids) => (
        <span className={classes("field", error !== undefined && "bad")}>
          <input
            {...ids}
            type="number"
            value={draft ?? props.value ?? ""}
            min={props.min}
            max={props.max}
            step={props.step ?? "any"}
            placeholder={props.placeholder}
            disabled={props.disabled}
            onChange={(event) => change(event.target.validity.badInput ? "?" : event.target.value)}
          />
          {props.unit && <span className="unit">{props.unit}</span>}
        </span>
      )}
    </Control>
  );
}
