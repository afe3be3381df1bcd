import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { labels } from "./text-field.tsx";

export type StepSliderProps<Value extends string> = ControlLabels & {
  /** From the mildest to the strongest. */
  steps: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
};

/** A few named steps in order; the names stand under the bar. */
export function StepSlider<Value extends string>(props: StepSliderProps<Value>) {
  const { steps, value, onChange, disabled = false } = props;
  const at = Math.max(
    0,
    steps.findIndex((step) => step.value === value),
  );
  const last = Math.max(1, steps.length - 1);
  const choose = (next: number) => {
    const step = steps[next];
    if (step && step.value !== value) onChange(step.value);
  };
  return (
    <Control {...labels(props)}>
      {(ids) => (
        <span className="steps">
          <input
            {...ids}
            type="range"
            className="slider"
            style={{ "--at": `${(at / last) * 100}%` }}
            value={at}
            min={0}
            max={last}
            step={1}
            disabled={disabled}
            aria-valuetext={steps[at]?.label}
            onChange={(event) => choose(event.target.valueAsNumber)}
          />
          {/* For the eye only: the slider itself says its step. */}
          <span className="step-names" aria-hidden="true">
            {steps.map((step, index) => (
              <span key={step.value} className={index === at ? "on" : undefined}>
                {step.label}
              </span>
            ))}
          </span>
        </span>
      )}
    </Control>
  );
}
