import { useEffect, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import type { RunReader } from "#hosts/browser";
import type { ShelvedRun } from "#store";
import { Chip, EmptyState, Select } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { compareRuns, dateAndClock } from "../run-log/index.ts";
import type { TraceIndex } from "../run-log/index.ts";
import { StepPane } from "../trace/index.ts";
import type { StepDetail } from "../trace/index.ts";
import { TraceCompare } from "../trace/trace-compare.tsx";
import { differenceKinds } from "../trace/trace-data.ts";
import { pageTraceWords } from "../trace/words.ts";
import { useSpans } from "./use-spans.ts";
import { useTrace } from "./use-trace.ts";
import type { ShownTrace } from "./use-trace.ts";
import { pageWords } from "./words.ts";

export type CompareViewProps = {
  trace: ShownTrace;
  totals: readonly string[];
  step: StepDetail | undefined;
  selected: number | undefined;
  onSelect: (seq: number) => void;
  onNode: (id: string) => void;
};

/** This run beside another one of the same flow: which one is chosen here, and what the two did differently. */
export function CompareView({ trace, totals, step, selected, onSelect, onNode }: CompareViewProps) {
  const words = pageTraceWords().compare;
  const [search, setSearch] = useSearchParams();
  const others = useOthers(trace.run);
  const other = search.get("with") ?? undefined;
  const choose = (runId: string) =>
    setSearch((before) => ({ ...Object.fromEntries(before), with: runId }), { replace: true });
  if (others?.length === 0) return <EmptyState icon="split" title={words.none} text={words.noneText} />;
  return (
    <>
      <section className="compare" aria-label={words.title}>
        <div className="compare-choice">
          <Select
            label={words.with}
            size="sm"
            value={other}
            placeholder={words.choose}
            onChange={choose}
            options={(others ?? []).map(({ run: { runId, createdAt }, quote }) => ({
              value: runId,
              label: words.run(dateAndClock(createdAt, pageWords()), quote),
            }))}
          />
        </div>
        {other !== undefined && <Beside {...{ trace, totals, selected, onSelect }} other={other} />}
      </section>
      <StepPane {...{ step, onSelect, onNode }} />
    </>
  );
}

interface OtherRun {
  readonly run: ShelvedRun;
  /** What was said first in it; empty where that is erased, or the run cannot be read. */
  readonly quote: string;
}

/** Characters of the first message by which a run is told from others. */
const longestQuote = 60;

/** Other runs of the same flow, the newest first. */
function useOthers(run: ShelvedRun): readonly OtherRun[] | undefined {
  const home = useHome();
  const [others, setOthers] = useState<readonly OtherRun[]>();
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const all = (await home.shelf.ofFlow(run.flow.id)).filter(({ runId }) => runId !== run.runId).toReversed();
      if (isGone) return;
      setOthers(all.map((each) => ({ run: each, quote: "" })));
      const reader = await home.reader();
      const quoted = await Promise.all(
        all.map(async (each) => ({ run: each, quote: await quoteOf(reader, each).catch(() => "") })),
      );
      if (!isGone) setOthers(quoted);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [home, run]);
  return others;
}

async function quoteOf(reader: RunReader, run: ShelvedRun): Promise<string> {
  const first = (await reader.firstPage(run)).find((event) => event.kind === "message");
  const text = first?.kind === "message" ? (first.values.content ?? "") : "";
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

type BesideProps = Pick<CompareViewProps, "trace" | "totals" | "selected" | "onSelect"> & { other: string };

function Beside({ other, ...props }: BesideProps) {
  const words = pageTraceWords().compare;
  const opened = useTrace(other);
  if (opened.kind === "missing") return <EmptyState icon="circle-help" title={pageWords().traces.missing} />;
  if (opened.kind === "broken") return <EmptyState icon="shield-x" tone="stop" title={words.broken} />;
  const isRead = opened.kind === "open" && opened.trace.events.length === opened.trace.size;
  if (!isRead) return <EmptyState icon="hourglass" title={words.loading} />;
  return <Differences {...props} other={opened.trace} />;
}

function Differences({ trace, totals, other, selected, onSelect }: Omit<BesideProps, "other"> & { other: ShownTrace }) {
  const words = pageTraceWords().compare;
  const theirs = useSpans(other);
  const differences = useMemo(() => compareRuns(trace.events, other.events), [trace.events, other.events]);
  const counts = differenceKinds.map(
    (kind) => [kind, differences.filter((each) => each.kind === kind).length] as const,
  );
  return (
    <>
      <ul className="compare-sums">
        {counts.map(([kind, count]) => (
          <li key={kind}>
            <Chip>{`${words.kinds[kind]}: ${words.differs(count)}`}</Chip>
          </li>
        ))}
      </ul>
      <p className="small t2 num compare-totals">
        <span>{totals.join(" · ")}</span>
        <span>{theirs.totals.join(" · ")}</span>
      </p>
      <TraceCompare
        differences={differences}
        leftLine={lineIn(trace.index)}
        rightLine={lineIn(other.index)}
        {...{ selected, onSelect }}
        onOther={(seq) => void (location.hash = `#/trace/${other.run.runId}?step=${seq}`)}
      />
    </>
  );
}

function lineIn(index: TraceIndex) {
  return (seq: number) => index.line({ kind: "step", seq, checks: 0 });
}
