import type { Ref } from "react";
import { Button, SearchField } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type LibraryActionsProps = {
  query: string;
  onQuery: (query: string) => void;
  onImport: () => void;
  onNewFlow: () => void;
  searchRef?: Ref<HTMLInputElement>;
};

/** The right of the library's top bar. */
export function LibraryActions({ query, onQuery, onImport, onNewFlow, searchRef }: LibraryActionsProps) {
  const t = useMessages().library;
  return (
    <>
      <SearchField label={t.search} value={query} onChange={onQuery} kbd="⌘K" {...(searchRef && { ref: searchRef })} />
      <Button icon="download" onPress={onImport}>
        {t.import}
      </Button>
      <Button variant="primary" icon="plus" onPress={onNewFlow}>
        {t.newFlow}
      </Button>
    </>
  );
}
