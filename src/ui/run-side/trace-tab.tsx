import { useMemo, useState } from "react";
import type { RunEvent } from "#engine";
import { Button, EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { soughtIn, stepDetail, tellTrace } from "../run-log/index.ts";
import type { Reading } from "../run-log/index.ts";
import { SealBanner, TraceStep, TraceTimeline } from "../trace/index.ts";
import type { TraceFilter } from "../trace/index.ts";
import { GrantHistory } from "./grant-history.tsx";
import type { ShownSource } from "./shown-source.ts";
import { useSeal } from "./use-seal.ts";
import { pageWords } from "./words.ts";

type TraceTabProps = {
  events: readonly RunEvent[];
  reading: Reading;
  runId: string | undefined;
  step: number | undefined;
  shown: ShownSource | undefined;
  onStep: (seq: number) => void;
};

/** The trace under the canvas: the timeline, and the step that was chosen. */
export function TraceTab({ events, reading, runId, step, shown, onStep }: TraceTabProps) {
  const t = useMessages().trace;
  const words = pageWords();
  const [filter, setFilter] = useState<TraceFilter>("all");
  const told = useMemo(() => tellTrace(events, reading), [events, reading]);
  const turns = useMemo(() => told.turns(filter), [told, filter]);
  const detail = useMemo(() => {
    const sought = shown && soughtIn(events, shown.request, shown.place.argument, reading);
    return step === undefined ? undefined : stepDetail(step, events, reading, sought);
  }, [step, events, reading, shown]);
  const seal = useSeal(runId, events);
  if (events.length === 0 || runId === undefined)
    return <EmptyState icon="scroll-text" title={words.traces.none} text={words.traces.noneText} />;
  return (
    <div className="trace in-dock">
      {seal.isChecked && (
        <SealBanner seal={seal.seal} isVerifying={seal.isVerifying} onVerify={() => void seal.verify()} />
      )}
      <GrantHistory {...{ events, reading }} selected={step} onSelect={onStep} />
      <div className="trace-body">
        <TraceTimeline
          turns={turns}
          filter={filter}
          onFilter={setFilter}
          counts={told.counts}
          selected={step}
          onSelect={onStep}
        />
        <div className="trace-step">
          <div className="trace-links">
            {!seal.isChecked && (
              <Button size="sm" icon="fingerprint" disabled={seal.isVerifying} onPress={() => void seal.verify()}>
                {seal.isVerifying ? t.verifying : t.verify}
              </Button>
            )}
            <a className="btn sm ghost" href={`#/trace/${runId}${step === undefined ? "" : `?step=${step}`}`}>
              {t.openTrace}
            </a>
          </div>
          {detail ? <TraceStep step={detail} /> : <EmptyState icon="scroll-text" title={t.empty} text={t.emptyText} />}
        </div>
      </div>
    </div>
  );
}
