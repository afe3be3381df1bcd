import { Fragment } from "react";
import { Icon } from "./icon.tsx";
import type { SelectOption } from "./select.tsx";

type ChoiceSlot = { kind: "choice"; id: string; label: string; value: string; options: readonly SelectOption[] };
type NumberSlot = {
  kind: "number";
  id: string;
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
};
type TextSlot = { kind: "text"; id: string; label: string; value: string };

/** A part of a rule sentence: words, words in bold, or a place that a person can change. */
export type SentencePart = string | { kind: "bold"; text: string } | ChoiceSlot | NumberSlot | TextSlot;

export type SentenceProps = {
  parts: readonly SentencePart[];
  /** Without it the sentence can only be read. */
  onChange?: ((id: string, value: string | number) => void) | undefined;
};

/** A rule as a sentence: the words stay, the slots change. */
export function Sentence({ parts, onChange }: SentenceProps) {
  return (
    <p className="sentence">
      {parts.map((part, position) => (
        <Fragment key={typeof part === "string" || part.kind === "bold" ? position : part.id}>
          {renderPart(part, onChange)}
        </Fragment>
      ))}
    </p>
  );
}

function renderPart(part: SentencePart, onChange: SentenceProps["onChange"]) {
  if (typeof part === "string") return part;
  if (part.kind === "bold") return <b>{part.text}</b>;
  if (!onChange) return <span className="slot fixed">{readable(part)}</span>;
  return <Slot part={part} onChange={onChange} />;
}

function Slot({
  part,
  onChange,
}: {
  part: ChoiceSlot | NumberSlot | TextSlot;
  onChange: NonNullable<SentenceProps["onChange"]>;
}) {
  if (part.kind === "choice")
    return (
      <span className="slot">
        <select aria-label={part.label} value={part.value} onChange={(event) => onChange(part.id, event.target.value)}>
          {part.options.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={12} />
      </span>
    );
  if (part.kind === "text")
    return (
      <span className="slot">
        <input
          type="text"
          aria-label={part.label}
          value={part.value}
          onChange={(event) => onChange(part.id, event.target.value)}
        />
      </span>
    );
  const { id, label, value, min, max, step, unit } = part;
  const change = (next: number) => Number.isFinite(next) && onChange(id, next);
  return (
    <span className="slot">
      <input
        type="number"
        aria-label={label}
        {...{ value, min, max, step }}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
      {unit && <span className="unit">{unit}</span>}
    </span>
  );
}

function readable(part: ChoiceSlot | NumberSlot | TextSlot) {
  if (part.kind === "choice") return part.options.find(({ value }) => value === part.value)?.label ?? part.value;
  return part.kind === "number" && part.unit ? `${part.value} ${part.unit}` : part.value;
}
