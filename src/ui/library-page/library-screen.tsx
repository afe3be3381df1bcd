import { drawnTemplates } from "#templates/drawn";
import { lazy, Suspense, useState } from "react";
import { AppPage } from "../app/app-page.tsx";
import { LibraryActions, LibraryPage } from "../library/index.ts";
import type { FlowAction, FlowSort } from "../library/index.ts";
import { useMessages } from "../messages/index.ts";
import { useImport } from "./import-entry.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { cardOf } from "./template-cards.ts";
import { useFlowRows } from "./use-flow-rows.ts";
import { useFlowActions } from "./use-flow-actions.ts";

const cards = drawnTemplates.map(cardOf);
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
