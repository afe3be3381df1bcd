import { useKitWords } from "./kit-words.tsx";

export type RangeBarProps = {
  /** Up to here it acts alone. */
  alone: number;
  /** Up to here a person decides; above it, never. */
  person: number;
  max: number;
  step?: number;
  format: (value: number) => string;
  onChange: (limits: { alone: number; person: number }) => void;
};

/** Three zones of one amount: alone, a person decides, never. The two borders never cross. */
export function RangeBar({ alone, person, max, step = 1, format, onChange }: RangeBarProps) {
  const t = useKitWords().range;
  const share = (value: number) => (max > 0 ? Math.min(1, value / max) : 0);
  // A native thumb keeps inside its track, so a value sits at half a thumb plus its share of the rest.
  const at = (value: number) => `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${share(value)})`;
  return (
    <div className="rangebar">
      <div className="zones" aria-hidden="true">
        <i className="z-pass" style={{ width: at(alone) }} />
        <i
          className="z-ask"
          style={{ width: `calc((100% - var(--thumb)) * ${Math.max(0, share(person) - share(alone))})` }}
        />
        <i className="z-stop" />
      </div>
      <span className="words c-pass" style={{ left: 0 }}>
        {t.alone}
      </span>
      {share(person) - share(alone) > 0.3 && (
        <span className="words c-ask" style={{ left: at(alone) }}>
          {t.person}
        </span>
      )}
      <span className="words c-stop" style={share(person) < 0.85 ? { left: at(person) } : { right: 0 }}>
        {t.never}
      </span>
      <input
        type="range"
        min={0}
        max={max}
        step={step}
        value={alone}
        aria-label={t.aloneUpTo}
        aria-valuetext={format(alone)}
        onChange={(event) => onChange({ alone: Math.min(event.target.valueAsNumber, person), person })}
      />
      <input
        type="range"
        min={0}
        max={max}
        step={step}
        value={person}
        aria-label={t.personUpTo}
        aria-valuetext={format(person)}
        onChange={(event) => onChange({ alone, person: Math.max(event.target.valueAsNumber, alone) })}
      />
      {share(alone) > 0.12 && <span className="at zero">0</span>}
      <span className="at" style={{ left: at(alone) }}>
        {format(alone)}
      </span>
      {share(person) - share(alone) > 0.2 && (
        <span className="at" style={{ left: at(person) }}>
          {format(person)}
        </span>
      )}
    </div>
  );
}
