import { useCallback, useEffect, useMemo, useState } from "react";
import { useParams, useSearchParams } from "wouter";
import type { RunEvent } from "#engine";
import type { DerivedFormat } from "#pillars/trace";
import type { ShelvedRun } from "#store";
import { Button, EmptyState, notify } from "#ui/kit";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { Crumbs } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import {
  causeLinks,
  chainOf,
  dateAndClock,
  effectsOf,
  logOf,
  soughtIn,
  speakerOf,
  stepDetail,
  tellTrace,
} from "../run-log/index.ts";
import { SealBanner, TraceView } from "../trace/index.ts";
import type { Seal, TraceFilter } from "../trace/index.ts";
import { ExportMenu } from "./export-menu.tsx";
import { GrantHistory } from "./grant-history.tsx";
import { saveEvidence } from "./save-evidence.ts";
import { TraceMenu } from "./trace-menu.tsx";
import { useReading } from "./use-reading.ts";
import { useRun } from "./use-run.ts";
import { useSeal } from "./use-seal.ts";
import { faultOf } from "./verify-run.ts";
import { pageWords } from "./words.ts";

/** The page of one run's trace. */
export function TraceScreen() {
  const { runId = "" } = useParams();
  const t = useMessages();
  const words = pageWords().traces;
  const [version, setVersion] = useState(0);
  const opened = useRun(runId, version);
  if (opened.kind === "open") {
    const { run, events } = opened;
    return (
      <OpenTrace key={`${runId} ${opened.version}`} {...{ run, events }} onErased={() => setVersion(version + 1)} />
    );
  }
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

type TraceProps = { run: ShelvedRun; events: readonly RunEvent[] };

function OpenTrace({ run, events, onErased }: TraceProps & { onErased: () => void }) {
  const t = useMessages();
  const words = pageWords();
  const home = useHome();
  const first = events.find((event) => event.kind === "message");
  const person = first === undefined ? "" : (speakerOf(logOf(events), first.key) ?? "");
  const began = events[0] === undefined ? "" : dateAndClock(events[0].time, words);
  const save = (format?: DerivedFormat) =>
    void saveEvidence(home, run, events, format).then(
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
          <Button icon="download" onPress={() => save()}>
            {t.trace.export}
          </Button>
          <ExportMenu onChoose={save} />
          <TraceMenu {...{ run, events, onErased }} />
        </>
      }
    >
      <Trace run={run} events={events} />
    </AppPage>
  );
}

function Trace({ run, events }: TraceProps) {
  const reading = useReading(run.flow);
  const [search, setSearch] = useSearchParams();
  const [filter, setFilter] = useState<TraceFilter>("all");
  const seal = useSeal(run.runId, events);
  const { verify } = seal;
  // Checked once when the page opens; afterwards a person asks.
  // oxlint-disable-next-line react/exhaustive-deps -- a new step does not check again by itself
  useEffect(() => void verify(), [run.runId]);
  const told = useMemo(() => tellTrace(events, reading), [events, reading]);
  const turns = useMemo(() => told.turns(filter), [told, filter]);
  const links = useMemo(() => causeLinks(events), [events]);
  const asked = Number.parseInt(search.get("step") ?? "", 10);
  const selected = events.some(({ seq }) => seq === asked)
    ? asked
    : told.marks.find(({ signal }) => signal === "stop")?.seq;
  const [ask, argument] = [search.get("ask"), search.get("argument")];
  const step = useMemo(() => {
    const sought = argument === null ? undefined : soughtIn(events, Number.parseInt(ask ?? "", 10), argument, reading);
    return selected === undefined ? undefined : stepDetail(selected, events, reading, sought);
  }, [selected, events, reading, ask, argument]);
  const select = (seq: number) => setSearch({ step: String(seq) }, { replace: true });
  return (
    <TraceView
      above={<GrantHistory {...{ events, reading, selected }} onSelect={select} />}
      seal={seal.seal}
      isVerifying={seal.isVerifying}
      onVerify={() => void verify()}
      marks={told.marks}
      turns={turns}
      filter={filter}
      onFilter={setFilter}
      counts={told.counts}
      selected={selected}
      onSelect={select}
      step={step}
      causes={selected === undefined ? [] : chainOf(selected, events, links, reading)}
      effects={selected === undefined ? [] : effectsOf(selected, events, links, reading)}
    />
  );
}
