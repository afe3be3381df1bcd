import { useState } from "react";
import type { ReactNode } from "react";
import { useHome } from "./home-context.tsx";
import { countRunning } from "./running-runs.ts";
import { StopEverything } from "./stop-everything.tsx";

/** The emergency stop of every tab: `ask` opens the question, `question` belongs on the page. */
export function useStopEverything(): { ask: () => void; question: ReactNode } {
  const home = useHome();
  const [running, setRunning] = useState<number>();
  const stop = () => void home.house().then(({ house }) => house.stopEverything());
  return {
    ask: () => void countRunning(home).then(setRunning),
    question: (
      <StopEverything
        isOpen={running !== undefined}
        running={running ?? 0}
        onConfirm={stop}
        onClose={() => setRunning(undefined)}
      />
    ),
  };
}
