import { useEffect, useRef, useState } from "react";
import type { Flow } from "#engine";
import { Button } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { behaviourWords } from "../messages/behaviour/index.ts";
import { useMessages } from "../messages/index.ts";
import { playAgain, type Playing } from "./play-again.ts";
import { RecordedPage, type RecordedFlowProps } from "./recorded-page.tsx";
import { useDrawn } from "./use-drawn.ts";
import type { RecordedFlow } from "./use-recorded.ts";
import { WhatIfResult } from "./what-if-result.tsx";

/** What the flow as it is drawn now would have made of its recorded chats. */
export function WhatIfScreen() {
  return <RecordedPage current="whatIf" content={WhatIfOf} />;
}

function WhatIfOf({ flow, choice }: RecordedFlowProps) {
  const words = behaviourWords();
  const { whatIf } = words;
  const { edit } = useMessages();
  const drawn = useDrawn(flow.id);
  const { playing, play, cancel } = usePlay(flow);
  const isPlaying = playing?.state === "playing";
  return (
    <>
      <div className="row g12 wrap page-controls">
        {choice}
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
          {whatIf.broken(edit.found(playing.title))}
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
