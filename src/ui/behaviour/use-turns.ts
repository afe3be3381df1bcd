import { useEffect, useState } from "react";
import type { RunEvent } from "#engine";
import { countedTurns, type CountedTurn } from "#pillars/trace/behaviour";
import type { ShelvedRun } from "#store";
import { useHome } from "../app/home-context.tsx";
import type { Home } from "../app/home.ts";

export interface ReadTurns {
  readonly turns: readonly CountedTurn[];
  /** How many of the runs were read. */
  readonly done: number;
  /** How many of them do not verify. */
  readonly broken: number;
}

const nothing: ReadTurns = { turns: [], done: 0, broken: 0 };

/** The messages of all these runs, read one run after the other; what was counted so far is there at once. */
export function useTurns(runs: readonly ShelvedRun[]): ReadTurns {
  const home = useHome();
  const [read, setRead] = useState(nothing);
  useEffect(() => {
    const gone = new AbortController();
    void readAll(home, runs, (next) => !gone.signal.aborted && setRead(next), gone.signal);
    return () => gone.abort();
  }, [home, runs]);
  return read;
}

async function readAll(
  home: Home,
  runs: readonly ShelvedRun[],
  tell: (read: ReadTurns) => void,
  signal: AbortSignal,
): Promise<void> {
  const turns: CountedTurn[] = [];
  let broken = 0;
  tell(nothing);
  for (const [at, run] of runs.entries()) {
    const events = await eventsOf(home, run.runId);
    if (signal.aborted) return;
    if (events === undefined) broken += 1;
    else turns.push(...countedTurns(events));
    if (at % 20 === 19 || at === runs.length - 1) tell({ turns: [...turns], done: at + 1, broken });
  }
}

/** Undefined where the record does not verify. */
async function eventsOf(home: Home, runId: string): Promise<readonly RunEvent[] | undefined> {
  const { house } = await home.house();
  return house.session(runId)?.events() ?? (await house.workspace.read(runId).catch(() => undefined));
}
