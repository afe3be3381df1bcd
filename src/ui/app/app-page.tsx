import { useState } from "react";
import { AppFrame } from "./app-frame.tsx";
import type { AppFrameProps } from "./app-frame.tsx";
import { useHome } from "./home-context.tsx";
import { countRunning } from "./running-runs.ts";
import { StopEverything } from "./stop-everything.tsx";
import { useWatched } from "./use-watched.ts";

export type AppPageProps = Omit<AppFrameProps, "waiting" | "onStopEverything">;

/** A page in its frame, with what every page knows: how many approvals wait, and the emergency stop. */
export function AppPage(props: AppPageProps) {
  const home = useHome();
  const waiting = useWatched(home.shelf.watchWaiting) ?? 0;
  const [running, setRunning] = useState<number>();
  const ask = () => void countRunning(home).then(setRunning);
  const stop = () => void home.house().then(({ house }) => house.stopEverything());
  return (
    <>
      <AppFrame {...props} waiting={waiting} onStopEverything={ask} />
      <StopEverything
        isOpen={running !== undefined}
        running={running ?? 0}
        onConfirm={stop}
        onClose={() => setRunning(undefined)}
      />
    </>
  );
}
