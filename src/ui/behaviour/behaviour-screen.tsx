import { useEffect, useMemo, useState } from "react";
import { jsonValue } from "#engine";
import { digestOf } from "#pillars/trace";
import {
  groupableAttributes,
  outcomeRates,
  ratesCsv,
  type BehaviourGroup,
  type Grouping,
} from "#pillars/trace/behaviour";
import { Button, EmptyState, notify, Select } from "#ui/kit";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { behaviourWords } from "../messages/behaviour/index.ts";
import { useMessages } from "../messages/index.ts";
import { namedGroups } from "./group-titles.ts";
import { MarkLegend } from "./mark-legend.tsx";
import { RatesTable } from "./rates-table.tsx";
import { TracesTabs } from "./traces-tabs.tsx";
import { useRecordedFlows, type RecordedFlow } from "./use-recorded.ts";
import { useTurns } from "./use-turns.ts";

/** How a flow's messages ended, by version, time or an attribute. */
export function BehaviourScreen() {
  const t = useMessages();
  const words = behaviourWords();
  const flows = useRecordedFlows();
  const [chosen, setChosen] = useState<string>();
  const flow = flows?.find(({ id }) => id === chosen) ?? flows?.[0];
  return (
    <AppPage current="traces" title={<h1>{t.nav.traces}</h1>} actions={<TracesTabs current="behaviour" />}>
      <div className="traces-page">
        {flows?.length === 0 && <EmptyState icon="scroll-text" title={words.none} text={words.noneText} />}
        {flows !== undefined && flow !== undefined && (
          <Behaviour key={flow.id} flow={flow} flows={flows} onFlow={setChosen} />
        )}
      </div>
    </AppPage>
  );
}

type Props = { flow: RecordedFlow; flows: readonly RecordedFlow[]; onFlow: (id: string) => void };

const times = ["version", "day", "week", "month"] as const;

function Behaviour({ flow, flows, onFlow }: Props) {
  const words = behaviourWords();
  const { behaviour } = words;
  const { turns, done, broken } = useTurns(flow.runs);
  const [by, setBy] = useState("version");
  const drawn = useDrawnDigest(flow.id);
  const attributes = useMemo(() => groupableAttributes(turns), [turns]);
  const grouping = groupingOf(by, attributes);
  const groups = useMemo(() => outcomeRates(turns, groupingOf(by, attributes)), [turns, by, attributes]);
  const options = [
    ...times.map((each) => ({ value: each, label: behaviour.groupings[each] })),
    ...attributes.map((name) => ({ value: `attribute ${name}`, label: behaviour.attribute(name) })),
  ];
  return (
    <>
      <div className="row g12 wrap page-controls">
        <Select
          label={words.flow}
          value={flow.id}
          options={flows.map(({ id, title, runs }) => ({ value: id, label: `${title} (${words.runs(runs.length)})` }))}
          onChange={onFlow}
        />
        <Select label={behaviour.by} value={by} options={options} onChange={setBy} />
        <span className="grow" />
        <Button icon="download" disabled={turns.length === 0} onPress={() => void save(flow.title, groups, grouping)}>
          {behaviour.save}
        </Button>
      </div>
      <p className="small t2" role="status">
        {done < flow.runs.length ? words.reading(done, flow.runs.length) : ""}
        {broken > 0 && ` ${words.unread(broken)}`}
      </p>
      {turns.length > 0 && (
        <>
          <RatesTable groups={namedGroups(groups, grouping, drawn, words)} turns={turns} words={words} />
          <p className="small t2 measure">
            {behaviour.explain} {turns.length < 30 && behaviour.few}
          </p>
          <MarkLegend words={words} />
        </>
      )}
    </>
  );
}

function groupingOf(by: string, attributes: readonly string[]): Grouping {
  const time = times.find((each) => each === by);
  if (time !== undefined) return { by: time };
  const name = attributes.find((each) => `attribute ${each}` === by);
  return name === undefined ? { by: "version" } : { by: "attribute", name };
}

/** Digest of the flow as it is drawn now; undefined where it is not in the library. */
function useDrawnDigest(flowId: string): string | undefined {
  const { flows } = useHome();
  const [digest, setDigest] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void flows.get(flowId).then((row) => {
      if (!isGone && row !== undefined) setDigest(digestOf(jsonValue.parse(row.flow)));
    });
    return () => {
      isGone = true;
    };
  }, [flows, flowId]);
  return digest;
}

async function save(title: string, groups: readonly BehaviourGroup[], grouping: Grouping): Promise<void> {
  const { plainTitle, saveFile, spreadsheetText } = await import("../exchange/index.ts");
  const name = `${plainTitle(title)}-${grouping.by === "attribute" ? plainTitle(grouping.name) : grouping.by}.csv`;
  saveFile(name, spreadsheetText(ratesCsv(groups, grouping)), "text/csv");
  await notify({ text: behaviourWords().behaviour.saved(name), signal: "pass" });
}
