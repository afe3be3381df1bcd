import { templates } from "#templates";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { useCheck } from "../checks/use-check.ts";
import { useNow } from "../app/use-now.ts";
import { useWatched } from "../app/use-watched.ts";
import { LibraryActions, LibraryPage } from "../library/index.ts";
import type { FlowAction, FlowSort } from "../library/index.ts";
import { useMessages } from "../messages/index.ts";
import { monthStart, rowOf, sortRows } from "./flow-rows.ts";
import { useImport } from "./import-entry.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { cardOf } from "./template-cards.ts";
import { useFlowActions } from "./use-flow-actions.ts";

const cards = templates.map(cardOf);
const none: never[] = [];
/** Milliseconds before the flows are proved: long enough not to stand in the way of a flow that is opened at once. */
const afterFirstLook = 400;
const nobody: ReadonlySet<string> = new Set();
const ReviewTrust = lazy(async () => ({ default: (await import("../exchange/index.ts")).ReviewTrust }));

/** The first page: templates to start from and the person's own flows. */
export function LibraryScreen() {
  const t = useMessages();
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<FlowSort>("edited");
  const [dialog, setDialog] = useState<{ action: "rename" | "trust"; id: string }>();
  const { choose, entry } = useImport("button and drop");
  const { flows, rows, isReady } = useFlowRows(sort);
  const actions = useFlowActions(flows);
  const act = (id: string, action: FlowAction) => {
    if (action === "rename" || action === "trust") setDialog({ action, id });
    else if (action === "export") actions.exportFile(id);
    else actions[action](id);
  };
  const subject = flows.find(({ id }) => id === dialog?.id)?.flow;
  const close = () => setDialog(undefined);
  return (
    <AppPage
      current="library"
      title={<h1>{t.nav.library}</h1>}
      actions={<LibraryActions query={query} onQuery={setQuery} onImport={choose} onNewFlow={actions.create} />}
    >
      {isReady && (
        <LibraryPage
          templates={cards}
          flows={rows}
          query={query}
          onQuery={setQuery}
          sort={sort}
          onSort={setSort}
          onUse={actions.use}
          onAction={act}
          onNewFlow={actions.create}
        />
      )}
      {entry}
      {subject !== undefined && dialog?.action === "trust" && (
        <Suspense>
          <ReviewTrust flow={subject} onClose={close} />
        </Suspense>
      )}
      {subject !== undefined && dialog?.action === "rename" && (
        <RenameDialog
          title={subject.title}
          onClose={close}
          onRename={(title) => {
            actions.rename(subject.id, title);
            close();
          }}
        />
      )}
    </AppPage>
  );
}

function useFlowRows(sort: FlowSort) {
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
  const check = useCheck((flows ?? none).length > 0, afterFirstLook);
  const rows = useMemo(() => {
    const clock = { now, language };
    const unsorted = (flows ?? none).map((stored) =>
      rowOf(stored, runs?.get(stored.id), foreign.has(stored.id), check, t, clock),
    );
    return sortRows(unsorted, sort, language);
  }, [flows, runs, foreign, check, sort, t, language, now]);
  return { flows: flows ?? none, rows, isReady: flows !== undefined };
}
