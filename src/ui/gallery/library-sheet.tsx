import { useState } from "react";
import { notify } from "#ui/kit";
import { AppFrame } from "../app/app-frame.tsx";
import { LibraryActions, LibraryPage } from "../library/index.ts";
import type { FlowSort } from "../library/index.ts";
import { useMessages } from "../messages/index.ts";
import { flows, templates } from "./sample-library.ts";

const say = (text: string) => void notify({ text });

export function LibrarySheet() {
  const t = useMessages();
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<FlowSort>("edited");
  return (
    <AppFrame
      current="library"
      waiting={4}
      onStopEverything={() => say("Stop everything")}
      title={<h1>{t.nav.library}</h1>}
      actions={
        <LibraryActions
          query={query}
          onQuery={setQuery}
          onImport={() => say("Import")}
          onNewFlow={() => say("New flow")}
        />
      }
    >
      <LibraryPage
        templates={templates}
        flows={flows}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        onUse={say}
        onAction={(id, action) => say(`${action} ${id}`)}
        onNewFlow={() => say("New flow")}
      />
    </AppFrame>
  );
}
