import { useEffect, useRef, useState } from "react";
import type { Flow } from "#engine";
import { Button, EmptyState, Select } from "#ui/kit";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { behaviourWords } from "../messages/behaviour/index.ts";
import { useMessages } from "../messages/index.ts";
import { playAgain, type Playing } from "./play-again.ts";
import { TracesTabs } from "./traces-tabs.tsx";
import { useRecordedFlows, type RecordedFlow } from "./use-recorded.ts";
import { WhatIfResult } from "./what-if-result.tsx";

/** What the flow as it is drawn now would have made of its recorded chats. */
export function WhatIfScreen() {
  const t = useMessages();
  const words = behaviourWords();
  const flows = useRecordedFlows();
  const [chosen, setChosen] = useState<string>();
  const flow = flows?.find(({ id }) => id === chosen) ?? flows?.[0];
  return (
    <AppPage current="traces" title={<h1>{t.nav.traces}</h1>} actions={<TracesTabs current="whatIf" />}>
      <div className="traces-page">
        {flows?.length === 0 && <EmptyState icon="scroll-text" title={words.none} text={words.noneText} />}
        {flows !== undefined && flow !== undefined && (
          <WhatIfOf key={flow.id} flow={flow} flows={flows} onFlow={setChosen} />
        )}
      </div>
    </AppPage>
  );
}

type Props = { flow: RecordedFlow; flows: readonly RecordedFlow[]; onFlow: (id: string) => void };

function WhatIfOf({ flow, flows, onFlow }: Props) {
  const words = behaviourWords();
  const { whatIf } = words;
  const drawn = useDrawn(flow.id);
  const { playing, play, cancel } = usePlay(flow);
  const isPlaying = playing?.state === "playing";
  return (
    <>
      <div className="row g12 wrap page-controls">
        <Select
          label={words.flow}
          value={flow.id}
          options={flows.map(({ id, title, runs }) => ({ value: id, label: `${title} (${words.runs(runs.length)})` }))}
          onChange={onFlow}
        />
        <span className="grow" />
        {isPlaying ? (
          <Button onPress={cancel}>{whatIf.cancel}</Button>
        ) : (
          <Button
            variant="primary"
            disabledReason={drawn === null ? whatIf.gone : undefined}
            onPress={() => drawn && play(drawn)}
          >
            {playing === undefined ? whatIf.ask : whatIf.again}
          </Button>
        )}
      </div>
      <p className="t2 measure">{drawn === null ? whatIf.gone : whatIf.text}</p>
      <p className="small t2" role="status">
        {isPlaying && whatIf.playing(playing.played.length, flow.runs.length)}
      </p>
      {playing?.state === "broken" && (
        <p className="row g8 wrap">
          {whatIf.broken(playing.title)}
          <a href={`#/flow/${flow.id}`}>{whatIf.repair}</a>
        </p>
      )}
      {playing !== undefined && playing.state !== "broken" && playing.played.length > 0 && (
        <WhatIfResult
          played={playing.played}
          isDone={playing.state === "done"}
          isOutdated={drawn !== undefined && drawn !== playing.flow}
          words={words}
        />
      )}
    </>
  );
}

/** The flow in the library; null where it is not there any more, undefined until that is known. */
function useDrawn(flowId: string): Flow | null | undefined {
  const { flows } = useHome();
  const [drawn, setDrawn] = useState<Flow | null>();
  useEffect(() => {
    let known: number | undefined;
    return flows.watch((rows) => {
      const row = rows.find(({ id }) => id === flowId);
      if (row !== undefined && row.editedAt === known) return;
      known = row?.editedAt;
      setDrawn(row?.flow ?? null);
    });
  }, [flows, flowId]);
  return drawn;
}

function usePlay({ runs }: RecordedFlow) {
  const home = useHome();
  const [playing, setPlaying] = useState<Playing>();
  const work = useRef<AbortController>(null);
  const cancel = (): void => {
    work.current?.abort();
    setPlaying(undefined);
  };
  useEffect(() => () => work.current?.abort(), []);
  const play = (flow: Flow): void => {
    work.current?.abort();
    const abort = new AbortController();
    work.current = abort;
    void playAgain(home, runs, flow, (next) => !abort.signal.aborted && setPlaying(next), abort.signal);
  };
  return { playing, play, cancel };
}
