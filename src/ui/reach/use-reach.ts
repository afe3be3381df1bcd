import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import type { ReachRow, ReachSentences } from "#pillars/privileges";

export interface SaidRow extends ReachRow {
  readonly words: ReachSentences;
}

/** What is known so far; `failed` when the rules cannot be decided here. */
export interface Reach {
  readonly state: "working" | "done" | "failed";
  readonly rows: readonly SaidRow[];
}

const nothingYet: Reach = { state: "working", rows: [] };
/** A drawing that is being changed is not worked out at every stroke. */
const pause = 250;

/** Who can do what in a flow, tool by tool as it is worked out; begun again when the flow changes. */
export function useReach(flow: Flow): Reach {
  const [reach, setReach] = useState(nothingYet);
  useEffect(() => {
    let isGone = false;
    const tell = (next: Reach) => !isGone && setReach(next);
    const timer = setTimeout(() => {
      void import("./work-out.ts")
        .then(({ workOut }) => workOut(flow, tell, () => isGone))
        .catch(() => tell({ state: "failed", rows: [] }));
    }, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [flow]);
  return reach;
}
