import { useEffect, useState } from "react";
import type { Finding, Flow, NodeRegistry } from "#engine";

export type CheckFlow = (flow: Flow) => readonly Finding[];

/** What proves a flow, and the kinds of step that it knows: all that there is to know of each. */
export interface Checks {
  readonly checkFlow: CheckFlow;
  readonly registry: NodeRegistry;
}

/**
 * What proves a flow, once it is wanted and has been fetched: it reads conditions, patterns and templates, which makes it
 * several times as large as what draws a flow. `pause` milliseconds pass first, so that a page which is left at once does not fetch it.
 */
export function useChecks(isWanted: boolean, pause = 0): Checks | undefined {
  const [checks, setChecks] = useState<Checks>();
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const timer = setTimeout(() => {
      void import("./check-flow.ts").then(({ checkFlow, registry }) => {
        if (!isGone) setChecks({ checkFlow, registry });
      });
    }, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, pause]);
  return checks;
}
