import { useMemo } from "react";
import type { RunEvent } from "#engine";
import { Button, EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { createTraceIndex, soughtIn } from "../run-log/index.ts";
import type { Reading, TraceIndex } from "../run-log/index.ts";
import { SealBanner, TraceStep, TraceTimeline, wholeTrace } from "../trace/index.ts";
import { pageTraceWords } from "../trace/words.ts";
import { GrantHistory } from "./grant-history.tsx";
import type { ShownSource } from "./shown-source.ts";
import { useSeal } from "./use-seal.ts";
import { useStep } from "./use-step.ts";
import { useTimeline } from "./use-timeline.ts";
import { pageWords } from "./words.ts";

type TraceTabProps = {
  events: readonly RunEvent[];
  reading: Reading;
  runId: string | undefined;
  step: number | undefined;
  shown: ShownSource | undefined;
  onStep: (seq: number) => void;
  /** The node that is chosen on the canvas, and the way to choose one. */
  node: string | undefined;
  onNode: (id: string) => void;
};

/** The trace under the canvas: the timeline, and the step that was chosen. */
export function TraceTab({ events, reading, runId, step, shown, onStep, node, onNode }: TraceTabProps) {
  const t = useMessages().trace;
  const words = pageWords();
  const index = useIndex(runId, events, reading);
  const source = { index, steps: events.length, size: events.length, whole: inMemory };
  const sought = useMemo(
    () => shown && soughtIn(events, shown.request, shown.place.argument, reading),
    [events, reading, shown],
  );
  const timeline = useTimeline(source);
  const detail = useStep(source, step, sought);
  const seal = useSeal(runId, events);
  if (events.length === 0 || runId === undefined)
    return <EmptyState icon="scroll-text" title={words.traces.none} text={words.traces.noneText} />;
  return (
    <div className="trace in-dock">
      {seal.isChecked && (
        <SealBanner
          seal={seal.seal}
          isVerifying={seal.isVerifying}
          long={seal.long}
          onVerify={() => void seal.verify()}
        />
      )}
      <GrantHistory {...{ events, reading }} log={index.log} selected={step} onSelect={onStep} />
      <div className="trace-body">
        <TraceTimeline {...timeline} selected={step} onSelect={onStep} />
        <div className="trace-step">
          <div className="trace-links">
            {node !== undefined && node !== timeline.wish.node && reading.titles.has(node) && (
              <Button size="sm" variant="ghost" icon="filter" onPress={() => timeline.onWish({ ...wholeTrace, node })}>
                {pageTraceWords().onlyNode(reading.titles.get(node) ?? node)}
              </Button>
            )}
            {!seal.isChecked && (
              <Button size="sm" icon="fingerprint" disabled={seal.isVerifying} onPress={() => void seal.verify()}>
                {seal.isVerifying ? t.verifying : t.verify}
              </Button>
            )}
            <a className="btn sm ghost" href={`#/trace/${runId}${step === undefined ? "" : `?step=${step}`}`}>
              {t.openTrace}
            </a>
          </div>
          {detail ? (
            <TraceStep step={detail} onSelect={onStep} onNode={onNode} />
          ) : (
            <EmptyState icon="scroll-text" title={t.empty} text={t.emptyText} />
          )}
        </div>
      </div>
    </div>
  );
}

/** The steps of a run at work are in memory, whole. */
const inMemory = async () => undefined;

/** An index that grows with the run; another run has another one. */
function useIndex(runId: string | undefined, events: readonly RunEvent[], reading: Reading): TraceIndex {
  // oxlint-disable-next-line react/exhaustive-deps -- another run has another index
  const index = useMemo(() => createTraceIndex(reading), [runId, reading]);
  useMemo(() => index.add(events.slice(index.log.events.length)), [index, events]);
  return index;
}
