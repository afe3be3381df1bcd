import { Fragment, useEffect, useRef, useState } from "react";
import { Icon, Segmented, Tile, classes } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Cause, Effect } from "./trace-data.ts";

export type CauseChainProps = {
  /** From the first cause to the step itself, which is the last. */
  causes: readonly Cause[];
  effects: readonly Effect[];
  /** The step is a stop, an ask or neither; its frame says so. */
  selected: number;
  onSelect: (seq: number) => void;
};

/** Why a step happened, and what followed from it. */
export function CauseChain({ causes, effects, selected, onSelect }: CauseChainProps) {
  const t = useMessages().trace;
  const [direction, setDirection] = useState<"because" | "ledTo">("because");
  return (
    <section className="causes" aria-label={t.causes}>
      <header>
        <h2 className="grow">{t.causes}</h2>
        <Segmented
          label={t.direction}
          value={direction}
          onChange={setDirection}
          options={[
            { value: "because", label: t.because },
            { value: "ledTo", label: t.ledTo, count: effects.length },
          ]}
        />
      </header>
      <div className="causes-body">
        {direction === "because" && <Because causes={causes} selected={selected} onSelect={onSelect} />}
        {direction === "because" && effects.length > 0 && <h3 className="label">{t.ledTo}</h3>}
        {direction === "because" && causes.length === 0 && <p className="t2">{t.noCauses}</p>}
        {direction === "ledTo" && effects.length === 0 && <p className="t2">{t.noEffects}</p>}
        <ul className="effects">
          {effects.map(({ seq, text }) => (
            <li key={seq}>
              <button type="button" onClick={() => onSelect(seq)}>
                <Icon name="corner-down-right" size={14} />
                <span className="grow">{text}</span>
                <span className="t3 num small">{seq}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Because({ causes, selected, onSelect }: Omit<CauseChainProps, "effects">) {
  const chain = useRef<HTMLOListElement>(null);
  // The chain ends with the step itself; a long one is read from there upwards.
  // In braces, for newer browsers answer with a promise, which React would take for what cleans up.
  useEffect(() => {
    chain.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <ol ref={chain}>
      {causes.map((cause) => {
        const isSelected = cause.seq === selected;
        return (
          <Fragment key={cause.seq}>
            <li>
              <button
                type="button"
                className={classes("cause", cause.isOutside && "outside", isSelected && `on ${cause.tone}`)}
                aria-current={isSelected ? "step" : undefined}
                onClick={() => onSelect(cause.seq)}
              >
                <Tile icon={cause.icon} tone={cause.tone} />
                <span className="grow">
                  <span className="w5 line">{cause.title}</span>
                  <span className="small t2 line">{cause.detail}</span>
                </span>
                <span className="t3 num small">{cause.seq}</span>
              </button>
            </li>
            {cause.link && <li className="cause-link">{cause.link}</li>}
          </Fragment>
        );
      })}
    </ol>
  );
}
