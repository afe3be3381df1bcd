import { useEffect, useState } from "react";
import type { Finding, Flow, NodeRegistry } from "#engine";
import { useMessages } from "../messages/index.ts";
import { wordedKinds } from "../messages/kinds/index.ts";

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
  const { kinds } = useMessages();
  const [checks, setChecks] = useState<Checks>();
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const timer = setTimeout(() => {
      void import("./check-flow.ts").then(({ checkFlow, registry }) => {
        if (isGone) return;
        const worded = wordedKinds(registry, kinds);
        // Findings are told again in the page's language, by the names that sockets are defined with.
        const named = wordedKinds(registry, { ...kinds, ports: {} });
        setChecks({ checkFlow: (flow) => checkFlow(flow, named), registry: worded });
      });
    }, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, pause, kinds]);
  return checks;
}
