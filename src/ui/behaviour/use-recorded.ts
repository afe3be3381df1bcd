import { useEffect, useState } from "react";
import type { ShelvedRun } from "#store";
import { useHome } from "../app/home-context.tsx";

/** A flow with all its recorded runs, oldest first. */
export interface RecordedFlow {
  readonly id: string;
  readonly title: string;
  readonly runs: readonly ShelvedRun[];
}

/** Every flow that has runs, the one that ran last first; undefined until they are read. */
export function useRecordedFlows(): readonly RecordedFlow[] | undefined {
  const { shelf } = useHome();
  const [flows, setFlows] = useState<readonly RecordedFlow[]>();
  useEffect(() => shelf.watch((runs) => setFlows(byFlow(runs))), [shelf]);
  return flows;
}

/** `runs` newest first. */
function byFlow(runs: readonly ShelvedRun[]): readonly RecordedFlow[] {
  return [...Map.groupBy(runs, ({ flow }) => flow.id)].map(([id, own]) => ({
    id,
    title: own[0]?.flow.title ?? id,
    runs: own.toReversed(),
  }));
}
