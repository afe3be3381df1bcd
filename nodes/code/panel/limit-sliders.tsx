import { Section, Slider } from "#ui/kit";
import { stopsWith } from "./steps.ts";
import type { PanelWords } from "./words/index.ts";

/** The limits that a step sets; each has words of its own. */
export type LimitName = "seconds" | "megabytes" | "calls" | "rows";

export type LimitSlidersProps = {
  words: PanelWords;
  /** Those that are shown, in their order, each with where it stands and where its slider stops. */
  limits: readonly { readonly name: LimitName; readonly value: number; readonly stops: readonly number[] }[];
  onChange: (path: readonly [LimitName], value: number) => void;
};

/** Limits by feel, each said in plain words with its unit. */
export function LimitSliders({ words, limits, onChange }: LimitSlidersProps) {
  return (
    <Section title={words.limits}>
      <div className="form">
        {limits.map(({ name, value, stops }) => {
          const values = stopsWith(value, stops);
          const at = (index: number) => values[index] ?? value;
          return (
            <Slider
              key={name}
              label={words[name]}
              value={values.indexOf(value)}
              min={0}
              max={values.length - 1}
              format={(index) => words.says[name](at(index))}
              onChange={(index) => onChange([name], at(index))}
            />
          );
        })}
      </div>
    </Section>
  );
}
