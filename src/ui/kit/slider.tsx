import { Control } from "./control.tsx";
import type { ControlLabels } from "./control.tsx";
import { labels } from "./text-field.tsx";

export type SliderProps = ControlLabels & {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** The value in words, with its unit. */
  format?: (value: number) => string;
};

/** A value by feel, between two ends. */
export function Slider(props: SliderProps) {
  const { value, min, max, format = String } = props;
  const at = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <Control {...labels(props)}>
      {(ids) => (
        <span className="row g8">
          <input
            {...ids}
            type="range"
            className="slider"
            style={{ "--at": `${at}%` }}
            value={value}
            min={min}
            max={max}
            step={props.step}
            aria-valuetext={format(value)}
            onChange={(event) => props.onChange(event.target.valueAsNumber)}
          />
          <span className="num small nowrap">{format(value)}</span>
        </span>
      )}
    </Control>
  );
}
