import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useParams, useSearchParams } from "wouter";
import type { DerivedFormat } from "#pillars/trace";
import { Button, EmptyState, notify } from "#ui/kit";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { Crumbs } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import { chainOf, dateAndClock, effectsOf, soughtIn, speakerOf } from "../run-log/index.ts";
import { SealBanner, TraceTimeline, TraceView, ViewBar, wholeTrace } from "../trace/index.ts";
import type { Seal } from "../trace/index.ts";
import { ExportMenu } from "./export-menu.tsx";
import { GrantHistory } from "./grant-history.tsx";
import { saveEvidence } from "./save-evidence.ts";
import { TraceMenu } from "./trace-menu.tsx";
import { useChosenStep } from "./use-chosen-step.ts";
import { useSeal } from "./use-seal.ts";
import { useStep } from "./use-step.ts";
import { useTimeline } from "./use-timeline.ts";
import { useSpans } from "./use-spans.ts";
import { useTraceView } from "./use-trace-view.ts";
import { useTrace } from "./use-trace.ts";
import type { ShownTrace } from "./use-trace.ts";
import { faultOf } from "./verify-run.ts";
import { pageWords } from "./words.ts";

const TimeView = lazy(async () => ({ default: (await import("./time-view.tsx")).TimeView }));
const CompareView = lazy(async () => ({ default: (await import("./compare-view.tsx")).CompareView }));
const ReplayView = lazy(async () => ({ default: (await import("./replay-view.tsx")).ReplayView }));

/** The page of one run's trace. */
export function TraceScreen() {
  const { runId = "" } = useParams();
  const t = useMessages();
  const words = pageWords().traces;
  const [version, setVersion] = useState(0);
  const opened = useTrace(runId, version);
  if (opened.kind === "open")
    return (
      <OpenTrace key={`${runId} ${opened.version}`} trace={opened.trace} onErased={() => setVersion(version + 1)} />
    );
  return (
    <AppPage current="traces" title={<h1>{t.nav.traces}</h1>}>
      {opened.kind === "missing" && <EmptyState icon="circle-help" title={words.missing} />}
      {opened.kind === "broken" && <BrokenTrace runId={runId} />}
    </AppPage>
  );
}

/** Nothing of a log that was changed is shown as true; only where it breaks. */
function BrokenTrace({ runId }: { runId: string }) {
  const words = pageWords();
  const home = useHome();
  const [seal, setSeal] = useState<Seal>({ kind: "broken", step: 0, message: words.traces.wholeBroken });
  const [isVerifying, setVerifying] = useState(false);
  const verify = useCallback(async () => {
    setVerifying(true);
    setSeal(await faultOf(await home.house(), runId, words));
    setVerifying(false);
  }, [home, runId, words]);
  // oxlint-disable-next-line react/set-state-in-effect -- the check is work of its own and tells when it is under way
  useEffect(() => void verify(), [verify]);
  return (
    <div className="trace">
      <SealBanner seal={seal} isVerifying={isVerifying} onVerify={() => void verify()} />
      <EmptyState icon="shield-x" tone="stop" title={words.traces.wholeBroken} text={words.traces.brokenText} />
    </div>
  );
}

type TraceProps = { trace: ShownTrace };

function OpenTrace({ trace, onErased }: TraceProps & { onErased: () => void }) {
  const { run, events, index } = trace;
  const isRead = events.length === trace.size;
  const t = useMessages();
  const words = pageWords();
  const home = useHome();
  const first = events.find((event) => event.kind === "message");
  const person = first === undefined ? "" : (speakerOf(index.log, first.key) ?? "");
  const began = events[0] === undefined ? "" : dateAndClock(events[0].time, words);
  const save = (format?: DerivedFormat) =>
    void saveEvidence(home, run, events, { format }).then(
      (name) => void notify({ text: name === undefined ? words.traces.notExported : words.traces.exported(name) }),
      () => void notify({ text: words.traces.notExported, signal: "stop" }),
    );
  return (
    <AppPage
      isRail
      current="traces"
      title={
        <Crumbs parent={{ name: t.nav.traces, href: "#/traces" }} name={run.flow.title}>
          <span className="t2 w4 clip">{[person, began].filter(Boolean).join(", ")}</span>
        </Crumbs>
      }
      actions={
        <>
          <Button icon="arrow-up-right" onPress={() => void (location.hash = `#/flow/${run.flow.id}`)}>
            {t.trace.openFlow}
          </Button>
          <Button icon="download" disabled={!isRead} onPress={() => save()}>
            {t.trace.export}
          </Button>
          {isRead && <ExportMenu onChoose={save} />}
          {isRead && <TraceMenu {...{ run, events, onErased }} />}
        </>
      }
    >
      <Trace trace={trace} />
    </AppPage>
  );
}

/** A longer trace is verified when somebody asks, for that takes a while. */
const mostVerifiedUnasked = 5_000;

function Trace({ trace }: TraceProps) {
  const { run, events, index, size, whole } = trace;
  const { reading, log, links } = index;
  const seal = useSeal(run.runId, events);
  const { verify } = seal;
  const isRead = events.length === size;
  // Checked once when the page is there; afterwards a person asks.
  useEffect(() => {
    if (isRead && size <= mostVerifiedUnasked) void verify();
    // oxlint-disable-next-line react/exhaustive-deps -- a new step does not check again by itself
  }, [run.runId, isRead]);
  const [selected, select] = useChosenStep(trace);
  const source = { index, steps: events.length, size, whole };
  const timeline = useTimeline(source);
  const step = useStep(source, selected, useSought(trace));
  const [view, setView] = useTraceView();
  const spans = useSpans(trace);
  const showNode = (node: string | undefined) => {
    timeline.onWish({ ...wholeTrace, node });
    if (node !== undefined) setView("canvas");
  };
  const shared = { step, selected, onSelect: select };
  return (
    <TraceView
      {...timeline}
      {...shared}
      above={
        <>
          <ViewBar view={view} onView={setView} totals={spans.totals} />
          {view === "steps" && <GrantHistory {...{ events, reading, selected, log }} onSelect={select} />}
        </>
      }
      seal={seal.seal}
      isVerifying={seal.isVerifying || !isRead}
      long={seal.long}
      onVerify={() => void verify()}
      marks={index.marks}
      onNode={showNode}
      causes={selected === undefined ? [] : chainOf(selected, log, links, reading)}
      effects={selected === undefined ? [] : effectsOf(selected, log, links, reading)}
      body={
        view === "steps" ? undefined : (
          <Suspense>
            {view === "time" && <TimeView {...shared} spans={spans.spans} onNode={showNode} />}
            {view === "compare" && <CompareView {...{ trace, ...shared }} totals={spans.totals} onNode={showNode} />}
            {view === "canvas" && (
              <>
                <TraceTimeline {...timeline} selected={selected} onSelect={select} />
                <ReplayView
                  {...{ trace, step }}
                  selected={selected ?? events.length - 1}
                  onSelect={select}
                  node={timeline.wish.node}
                  onNode={showNode}
                />
              </>
            )}
          </Suspense>
        )
      }
    />
  );
}

/** What somebody came to see, who asked where the value of an argument comes from. */
function useSought({ events, index: { reading } }: ShownTrace) {
  const [search] = useSearchParams();
  const [ask, argument] = [search.get("ask"), search.get("argument")];
  return useMemo(
    () => (argument === null ? undefined : soughtIn(events, Number.parseInt(ask ?? "", 10), argument, reading)),
    [events, reading, ask, argument],
  );
}
