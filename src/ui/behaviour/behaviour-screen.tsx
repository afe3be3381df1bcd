import { useMemo, useState } from "react";
import { jsonValue } from "#engine";
import { digestOf } from "#pillars/trace";
import {
  groupableAttributes,
  outcomeRates,
  ratesCsv,
  type BehaviourGroup,
  type Grouping,
} from "#pillars/trace/behaviour";
import { Button, notify, Select } from "#ui/kit";
import { behaviourWords } from "../messages/behaviour/index.ts";
import { namedGroups } from "./group-titles.ts";
import { MarkLegend } from "./mark-legend.tsx";
import { RatesTable } from "./rates-table.tsx";
import { RecordedPage, type RecordedFlowProps } from "./recorded-page.tsx";
import { useDrawn } from "./use-drawn.ts";
import { useTurns } from "./use-turns.ts";

/** How a flow's messages ended, by version, time or an attribute. */
export function BehaviourScreen() {
  return <RecordedPage current="behaviour" content={Behaviour} />;
}

const times = ["version", "day", "week", "month"] as const;

function Behaviour({ flow, choice }: RecordedFlowProps) {
  const words = behaviourWords();
  const { behaviour } = words;
  const { turns, done, broken } = useTurns(flow.runs);
  const [by, setBy] = useState("version");
  const drawn = useDrawn(flow.id);
  const digest = useMemo(() => (drawn ? digestOf(jsonValue.parse(drawn)) : undefined), [drawn]);
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
        {choice}
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
          <RatesTable groups={namedGroups(groups, grouping, digest, words)} turns={turns} words={words} />
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

async function save(title: string, groups: readonly BehaviourGroup[], grouping: Grouping): Promise<void> {
  const { plainTitle, saveFile, spreadsheetText } = await import("../exchange/index.ts");
  const name = `${plainTitle(title)}-${grouping.by === "attribute" ? plainTitle(grouping.name) : grouping.by}.csv`;
  saveFile(name, spreadsheetText(ratesCsv(groups, grouping)), "text/csv");
  await notify({ text: behaviourWords().behaviour.saved(name), signal: "pass" });
}
