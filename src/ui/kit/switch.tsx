import { useId } from "react";

export type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The label is read aloud but not shown. */
  hideLabel?: boolean;
  hint?: string | undefined;
  disabled?: boolean;
};

/** On or off, at once. */
export function Switch({ label, checked, onChange, hideLabel = false, hint, disabled }: SwitchProps) {
  const hintId = useId();
  const input = (
    <input
      type="checkbox"
      role="switch"
      className="switch"
      checked={checked}
      aria-checked={checked}
      disabled={disabled}
      aria-label={hideLabel ? label : undefined}
      aria-describedby={hint ? hintId : undefined}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
  if (hideLabel) return input;
  return (
    <label className="switch-row">
      <span className="grow">
        {label}
        {hint && (
          <span id={hintId} className="small t2 row">
            {hint}
          </span>
        )}
      </span>
      {input}
    </label>
  );
}
