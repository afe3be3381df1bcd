import { useEffect, useState } from "react";
import type { RecordedRun } from "./recorded-run.ts";

export type LastRun = { readonly isKnown: boolean; readonly run: RecordedRun | undefined };

/** The last run of the step; a log that cannot be read is as good as none. */
export function useLastRun(lastRun: () => Promise<RecordedRun | undefined>): LastRun {
  const [found, setFound] = useState<LastRun>({ isKnown: false, run: undefined });
  useEffect(() => {
    let isOver = false;
    lastRun().then(
      (run) => !isOver && setFound({ isKnown: true, run }),
      () => !isOver && setFound({ isKnown: true, run: undefined }),
    );
    return () => {
      isOver = true;
    };
  }, [lastRun]);
  return found;
}
