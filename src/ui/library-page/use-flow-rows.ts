import { openInSomeTab, type FlowRuns } from "#store";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { useNow } from "../app/use-now.ts";
import { useWatched } from "../app/use-watched.ts";
import { useChecks } from "../checks/use-checks.ts";
import type { FlowSort } from "../library/index.ts";
import { useMessages } from "../messages/index.ts";
import { monthStart, rowOf, sortRows } from "./flow-rows.ts";

const none: never[] = [];
const nobody: ReadonlySet<string> = new Set();
/** Milliseconds before the flows are proved: long enough not to stand in the way of a flow that is opened at once. */
const afterFirstLook = 400;

/** The person's own flows as rows, kept up to date with every tab. */
export function useFlowRows(sort: FlowSort) {
  const home = useHome();
  const t = useMessages().library;
  const language = storedLanguage();
  const now = useNow();
  const flows = useWatched(home.flows.watch);
  const foreign = useWatched(home.trust.watchIds) ?? nobody;
  const runs = useWatched(
    useCallback(
      (listener: Parameters<typeof home.shelf.watchFlows>[1]) =>
        home.shelf.watchFlows(monthStart(Date.now()), listener),
      [home],
    ),
  );
  const checks = useChecks((flows ?? none).length > 0, afterFirstLook);
  const isOpen = useOpenRuns(runs);
  const rows = useMemo(() => {
    const clock = { now, language };
    const unsorted = (flows ?? none).map((stored) =>
      rowOf(
        stored,
        { runs: runs?.get(stored.id), isForeign: foreign.has(stored.id), check: checks?.checkFlow, isOpen },
        t,
        clock,
      ),
    );
    return sortRows(unsorted, sort, language);
  }, [flows, runs, foreign, checks, isOpen, sort, t, language, now]);
  return { flows: flows ?? none, rows, isReady: flows !== undefined };
}

/** Asked anew whenever runs change; until the first answer every run counts as open. */
function useOpenRuns(runs: ReadonlyMap<string, FlowRuns> | undefined): (runId: string) => boolean {
  const [isOpen, setOpen] = useState<{ readonly now: (runId: string) => boolean }>();
  useEffect(() => {
    void openInSomeTab().then((now) => setOpen({ now }));
  }, [runs]);
  return isOpen?.now ?? always;
}

function always(): boolean {
  return true;
}
