import { useEffect, useState } from "react";
import type { Finding, Flow } from "#engine";

export type CheckFlow = (flow: Flow) => readonly Finding[];

/**
 * What proves a flow, once it is wanted and has been fetched: it reads conditions and templates, which makes it several times
 * as large as what draws a flow. `pause` milliseconds pass first, so that a page which is left at once does not fetch it.
 */
export function useCheck(isWanted: boolean, pause = 0): CheckFlow | undefined {
  const [check, setCheck] = useState<{ readonly run: CheckFlow }>();
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const timer = setTimeout(() => {
      void import("./check-flow.ts").then(({ checkFlow }) => {
        if (!isGone) setCheck({ run: checkFlow });
      });
    }, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, pause]);
  return check?.run;
}
