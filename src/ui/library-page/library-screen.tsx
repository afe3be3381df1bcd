import { templates } from "#templates";
import { useCallback, useMemo, useState } from "react";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import { storedLanguage } from "../app/language.ts";
import { useNow } from "../app/use-now.ts";
import { useWatched } from "../app/use-watched.ts";
import { LibraryActions, LibraryPage } from "../library/index.ts";
import type { FlowAction, FlowSort } from "../library/index.ts";
import { useMessages } from "../messages/index.ts";
import { monthStart, rowOf, sortRows } from "./flow-rows.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import { cardOf } from "./template-cards.ts";
import { useFlowActions } from "./use-flow-actions.ts";

const cards = templates.map(cardOf);
const none: never[] = [];

/** The first page: templates to start from and the person's own flows. */
export function LibraryScreen() {
  const t = useMessages();
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<FlowSort>("edited");
  const [renaming, setRenaming] = useState<string>();
  const { flows, rows, isReady } = useFlowRows(sort);
  const actions = useFlowActions(flows);
  const act = (id: string, action: FlowAction) => {
    if (action === "rename") setRenaming(id);
    else if (action === "export") actions.exportFile(id);
    else actions[action](id);
  };
  const renamed = rows.find(({ id }) => id === renaming);
  return (
    <AppPage
      current="library"
      title={<h1>{t.nav.library}</h1>}
      actions={
        <LibraryActions query={query} onQuery={setQuery} onImport={() => undefined} onNewFlow={actions.create} />
      }
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
      {renamed !== undefined && (
        <RenameDialog
          title={renamed.name}
          onClose={() => setRenaming(undefined)}
          onRename={(title) => {
            actions.rename(renamed.id, title);
            setRenaming(undefined);
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
  const runs = useWatched(
    useCallback(
      (listener: Parameters<typeof home.shelf.watchFlows>[1]) =>
        home.shelf.watchFlows(monthStart(Date.now()), listener),
      [home],
    ),
  );
  const rows = useMemo(() => {
    const clock = { now, language };
    const unsorted = (flows ?? none).map((stored) => rowOf(stored, runs?.get(stored.id), t, clock));
    return sortRows(unsorted, sort, language);
  }, [flows, runs, sort, t, language, now]);
  return { flows: flows ?? none, rows, isReady: flows !== undefined };
}
