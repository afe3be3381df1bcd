import { useEffect, useMemo, useState } from "react";
import { Button, EmptyState, SearchField } from "#ui/kit";
import type { RunReader } from "#hosts/browser";
import { openInSomeTab } from "#store";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import type { Home } from "../app/home.ts";
import { useNow } from "../app/use-now.ts";
import { TracesTabs } from "../behaviour/traces-tabs.tsx";
import { useMessages } from "../messages/index.ts";
import { findRuns, runRow } from "./run-rows.ts";
import type { ReadRun } from "./run-rows.ts";
import { RunsTable } from "./runs-table.tsx";
import { pageWords } from "./words.ts";

type Listed = ReadRun & { readonly isHeld: boolean };

/** Every run of this browser, the newest first. */
export function TracesScreen() {
  const t = useMessages();
  const words = pageWords();
  const runs = useRuns();
  const now = useNow();
  const [query, setQuery] = useState("");
  const rows = useMemo(() => runs?.map((each) => runRow(each, each.isHeld, now, words)), [runs, now, words]);
  const found = useMemo(() => findRuns(rows ?? [], query), [rows, query]);
  return (
    <AppPage
      current="traces"
      title={<h1>{t.nav.traces}</h1>}
      actions={
        <>
          <TracesTabs current="runs" />
          <SearchField label={words.traces.search} value={query} onChange={setQuery} />
        </>
      }
    >
      <div className="traces-page">
        {rows !== undefined && rows.length === 0 && (
          <EmptyState
            icon="scroll-text"
            title={words.traces.none}
            text={words.traces.noneText}
            actions={<Button onPress={() => void (location.hash = "#/library")}>{words.traces.noneAction}</Button>}
          />
        )}
        {rows !== undefined && rows.length > 0 && found.length === 0 && (
          <EmptyState icon="search" title={words.traces.noneFound} />
        )}
        {found.length > 0 && <RunsTable rows={found} />}
      </div>
    </AppPage>
  );
}

function useRuns(): readonly Listed[] | undefined {
  const home = useHome();
  const [runs, setRuns] = useState<readonly Listed[]>();
  useEffect(() => {
    let isGone = false;
    const stop = home.shelf.watch((shelved) => {
      void readAll(home, shelved).then((read) => !isGone && setRuns(read));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [home]);
  return runs;
}

async function readAll(home: Home, shelved: readonly ReadRun["run"][]): Promise<readonly Listed[]> {
  if (shelved.length === 0) return [];
  const [{ house }, reader, isOpen] = await Promise.all([home.house(), home.reader(), openInSomeTab()]);
  return Promise.all(
    shelved.map(async (run) => ({
      ...((await readLong(reader, run)) ?? {
        run,
        events: house.session(run.runId)?.events() ?? (await house.workspace.read(run.runId).catch(() => undefined)),
      }),
      isHeld: isOpen(run.runId),
    })),
  );
}

/** Steps up to which a list reads a whole run, and so knows whether it still verifies. */
const mostRead = 2_000;

/** The first page of a long run and its last step; undefined for one that is not long. */
async function readLong(reader: RunReader, run: ReadRun["run"]): Promise<ReadRun | undefined> {
  const steps = await reader.size(run);
  if (steps <= mostRead) return undefined;
  try {
    const [first, last] = await Promise.all([reader.firstPage(run), reader.step(run, steps - 1)]);
    return { run, events: first, ...(last !== undefined && { long: { steps, last } }) };
  } catch {
    return { run, events: undefined };
  }
}
