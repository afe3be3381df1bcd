import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import type { ReachPhrases, ReachRow, ReachSentences } from "#pillars/privileges";
import { storedLanguage } from "../app/language.ts";

export interface SaidRow extends ReachRow {
  readonly words: ReachSentences;
}

/** What is known so far; `failed` when the rules cannot be decided here. */
export interface Reach {
  readonly state: "working" | "done" | "failed";
  readonly rows: readonly SaidRow[];
}

const nothingYet: Reach = { state: "working", rows: [] };
/** A drawing that is being changed is not worked out at every stroke. */
const pause = 250;

/** Who can do what in a flow, tool by tool as it is worked out; begun again when the flow changes. */
export function useReach(flow: Flow): Reach {
  const [reach, setReach] = useState(nothingYet);
  useEffect(() => {
    let isGone = false;
    const tell = (next: Reach) => !isGone && setReach(next);
    const timer = setTimeout(() => {
      void workOut(flow, tell, () => isGone).catch(() => tell({ state: "failed", rows: [] }));
    }, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [flow]);
  return reach;
}

async function workOut(flow: Flow, tell: (reach: Reach) => void, isGone: () => boolean): Promise<void> {
  const [{ reachOf, reachWords }, { loadCedar }, { registry }] = await Promise.all([
    import("#pillars/privileges"),
    import("#hosts/browser"),
    import("#nodes"),
  ]);
  const [engine, phrases] = await Promise.all([loadCedar(), phrasesHere()]);
  const rows: SaidRow[] = [];
  for (const more of reachOf(flow, registry, engine)) {
    if (isGone()) return;
    rows.push(...more.map((row) => ({ ...row, words: reachWords(row, phrases) })));
    tell({ state: "working", rows: [...rows] });
    // One tool takes some milliseconds of Cedar: the page draws in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  tell({ state: "done", rows });
}

/** English is what the rules speak by themselves. */
async function phrasesHere(): Promise<ReachPhrases | undefined> {
  return storedLanguage() === "de" ? (await import("./german.ts")).german : undefined;
}
