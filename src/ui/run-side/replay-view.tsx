import { useEffect, useMemo, useState } from "react";
import { registry } from "#nodes";
import { Button, IconButton } from "#ui/kit";
import { runBadges } from "../drawing/run-badges.ts";
import { useMessages } from "../messages/index.ts";
import { logUpTo, valuesAt } from "../run-log/index.ts";
import { StepPane } from "../trace/index.ts";
import type { StepDetail } from "../trace/index.ts";
import { NodeValues } from "../trace/node-values.tsx";
import { pageTraceWords } from "../trace/words.ts";
import { ReplayCanvas } from "./replay-canvas.tsx";
import type { ShownTrace } from "./use-trace.ts";

export type ReplayViewProps = {
  trace: ShownTrace;
  step: StepDetail | undefined;
  selected: number;
  onSelect: (seq: number) => void;
  node: string | undefined;
  onNode: (id: string | undefined) => void;
};

/** Milliseconds that a step stays when the run is played. */
const pace = 400;

/** The run on its canvas: what each node was doing at the step that is looked at, and what it had in hand. */
export function ReplayView({ trace, step, selected, onSelect, node, onNode }: ReplayViewProps) {
  const { run, index, events } = trace;
  const badgeWords = useMessages().edit.badge;
  const words = pageTraceWords().replay;
  const past = useMemo(() => logUpTo(index.log, selected), [index, selected]);
  const badges = useMemo(() => runBadges(past, run.flow, registry, badgeWords), [past, run, badgeWords]);
  const marked = useMemo(() => (step?.nodes ?? []).map(({ id }) => id), [step]);
  const current = past.at(-1);
  const title = node === undefined ? undefined : (index.reading.titles.get(node) ?? node);
  return (
    <>
      <section className="replay" aria-label={words.title}>
        <div className="replay-canvas">
          <ReplayCanvas
            flow={run.flow}
            {...{ badges, marked, node, onNode }}
            wire={current?.kind === "edge.taken" ? current.attrs.edge : undefined}
          />
        </div>
        <Transport at={selected} last={events.length - 1} onSelect={onSelect} said={step?.title ?? ""} />
      </section>
      <div className="replay-side">
        {node !== undefined && title !== undefined && (
          <NodeValues
            title={title}
            state={badges.nodes.get(node)?.status.kind ?? "idle"}
            values={valuesAt(past, node, index)}
            onClose={() => onNode(undefined)}
          />
        )}
        <StepPane {...{ step, onSelect }} onNode={onNode} />
      </div>
    </>
  );
}

type TransportProps = { at: number; last: number; onSelect: (seq: number) => void; said: string };

/** Steps through the run, a press a step, or by itself. */
function Transport({ at, last, onSelect, said }: TransportProps) {
  const words = pageTraceWords().replay;
  const [isPlaying, setPlaying] = useState(false);
  const goesOn = isPlaying && at < last;
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => onSelect(at + 1), pace);
    return () => clearTimeout(timer);
  }, [goesOn, at, onSelect]);
  return (
    <div className="replay-transport">
      <IconButton icon="chevron-left" label={words.previous} disabled={at <= 0} onPress={() => onSelect(at - 1)} />
      <Button icon={goesOn ? "square" : "play"} size="sm" onPress={() => setPlaying(!goesOn)} disabled={at >= last}>
        {goesOn ? words.pause : words.play}
      </Button>
      <IconButton icon="chevron-right" label={words.next} disabled={at >= last} onPress={() => onSelect(at + 1)} />
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={words.title}
        aria-valuetext={words.at(at, last + 1)}
        onChange={(event) => onSelect(Number(event.target.value))}
      />
      <p className="small num" role="status">
        <b>{words.at(at, last + 1)}</b> <span className="t2">{said}</span>
      </p>
    </div>
  );
}
