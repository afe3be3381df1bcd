import { useEffect, useMemo, useState } from "react";
import type { Finding, Flow } from "#engine";

type CheckFlow = (flow: Flow) => readonly Finding[];

/** What verify finds in the flow; undefined until the checks have been fetched, which happens after the canvas is drawn. */
export function useFindings(flow: Flow, isDrawn: boolean): readonly Finding[] | undefined {
  const [check, setCheck] = useState<{ readonly run: CheckFlow }>();
  useEffect(() => {
    if (!isDrawn) return;
    let isGone = false;
    void import("./check-flow.ts").then(({ checkFlow }) => {
      if (!isGone) setCheck({ run: checkFlow });
    });
    return () => {
      isGone = true;
    };
  }, [isDrawn]);
  return useMemo(() => check?.run(flow), [check, flow]);
}
