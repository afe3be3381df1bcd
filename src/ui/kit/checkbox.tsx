export type CheckboxProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of what it stands for is on. */
  mixed?: boolean;
  disabled?: boolean;
};

/** A yes that counts when the form does. */
export function Checkbox({ label, checked, onChange, mixed = false, disabled }: CheckboxProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = mixed;
        }}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
