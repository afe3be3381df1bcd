export type CheckboxProps = {
  label: string;
  /** A fuller name where the label alone would not say what for; it begins with the label. */
  name?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of what it stands for is on. */
  mixed?: boolean;
  disabled?: boolean;
};

/** A yes that counts when the form does. */
export function Checkbox({ label, name, checked, onChange, mixed = false, disabled }: CheckboxProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = mixed;
        }}
        aria-label={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
