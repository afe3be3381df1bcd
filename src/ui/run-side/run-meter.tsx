import { useMemo, useRef, useState } from "react";
import type { Flow, RunEvent } from "#engine";
import { Button, Icon, Popover, ProgressRing } from "#ui/kit";
import { metersOf } from "../run-log/meters.ts";
import type { Meter } from "../run-log/meters.ts";
import { pageWords } from "./words.ts";

/** How far the limits are used: the nearest one in the dock, all of them on a press. */
export function RunMeter({ events, flow }: { events: readonly RunEvent[]; flow: Flow }) {
  const words = pageWords().meter;
  const meters = useMemo(() => metersOf(events, flow), [events, flow]);
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  if (meters === undefined) return null;
  const { nearest, here, day, scope } = meters;
  const said = words.used(nearest.name, nearest.used, nearest.most);
  const share = words.share(Math.round((nearest.used / nearest.most) * 100));
  return (
    <>
      <Button
        ref={anchor}
        size="sm"
        variant="ghost"
        haspopup="dialog"
        expanded={isOpen}
        label={`${share} ${words.open(said)}`}
        onPress={() => setOpen(!isOpen)}
      >
        <Mark meter={nearest} />
        <span className="usage num">
          <span className="brief">{share}</span>
          <span className="whole">{said}</span>
        </span>
      </Button>
      <span className="sr-only" role="status">
        {nearest.level === "calm" ? "" : words[nearest.level](said)}
      </span>
      <Popover label={words.title} isOpen={isOpen} onClose={() => setOpen(false)} anchor={anchor} placement="top">
        <div className="meters">
          <MeterList title={words.scope[scope]} meters={here} />
          {day.length > 0 && <MeterList title={words.day} meters={day} />}
        </div>
      </Popover>
    </>
  );
}

const tones = { calm: "accent", near: "ask", "used-up": "stop" } as const;

/** Colour is never alone: what is near its end has another shape as well. */
function Mark({ meter }: { meter: Meter }) {
  if (meter.level === "calm") return <ProgressRing value={meter.used / meter.most} size={14} />;
  const icon = meter.level === "near" ? "triangle-alert" : "octagon-x";
  return <Icon name={icon} size={14} tone={meter.level === "near" ? "ask" : "stop"} />;
}

function MeterList({ title, meters }: { title: string; meters: readonly Meter[] }) {
  const words = pageWords().meter;
  return (
    <section>
      <h3 className="small t2">{title}</h3>
      <ul>
        {meters.map((meter) => {
          const said = words.used(meter.name, meter.used, meter.most);
          return (
            <li key={meter.name}>
              <span className="row g4 num">
                <Mark meter={meter} />
                {said}
                {meter.level !== "calm" && <b>{words.level[meter.level]}</b>}
              </span>
              <span
                className={`meter-bar ${tones[meter.level]}`}
                role="meter"
                aria-label={said}
                aria-valuemin={0}
                aria-valuemax={meter.most}
                aria-valuenow={meter.used}
                aria-valuetext={said}
              >
                <i style={{ width: `${Math.min(100, (meter.used / meter.most) * 100)}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
