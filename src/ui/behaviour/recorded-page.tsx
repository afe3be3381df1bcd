import { useState } from "react";
import type { ComponentType, ReactNode } from "react";
import { Button, EmptyState, Select } from "#ui/kit";
import { AppPage } from "../app/app-page.tsx";
import { behaviourWords } from "../messages/behaviour/index.ts";
import { useMessages } from "../messages/index.ts";
import { TracesTabs } from "./traces-tabs.tsx";
import { useRecordedFlows, type RecordedFlow } from "./use-recorded.ts";

export type RecordedFlowProps = {
  flow: RecordedFlow;
  /** Chooses the flow; stands first among the controls of the page. */
  choice: ReactNode;
};

type Props = { current: "behaviour" | "whatIf"; content: ComponentType<RecordedFlowProps> };

/** A page about all chats of one flow, the one that ran last to begin with. */
export function RecordedPage({ current, content: Content }: Props) {
  const t = useMessages();
  const words = behaviourWords();
  const flows = useRecordedFlows();
  const [chosen, setChosen] = useState<string>();
  const flow = flows?.find(({ id }) => id === chosen) ?? flows?.[0];
  const options = flows?.map(({ id, title, runs }) => ({ value: id, label: `${title} (${words.runs(runs.length)})` }));
  return (
    <AppPage current="traces" title={<h1>{t.nav.traces}</h1>} actions={<TracesTabs current={current} />}>
      <div className="traces-page">
        {flows?.length === 0 && (
          <EmptyState
            icon="scroll-text"
            title={words.none}
            text={words.noneText}
            actions={<Button onPress={() => void (location.hash = "#/library")}>{words.noneAction}</Button>}
          />
        )}
        {flow !== undefined && options !== undefined && (
          <Content
            key={flow.id}
            flow={flow}
            choice={<Select label={words.flow} value={flow.id} options={options} onChange={setChosen} />}
          />
        )}
      </div>
    </AppPage>
  );
}
