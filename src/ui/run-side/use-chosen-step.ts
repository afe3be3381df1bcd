import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import type { ShownTrace } from "./use-trace.ts";

/** Milliseconds after which the address names the step that is looked at: browsers refuse to change it many times a second. */
const settled = 200;

/** The step that is looked at: the one that was chosen or that the address names, else the first stop. */
export function useChosenStep({ events, index, size }: ShownTrace): [number | undefined, (seq: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("step");
  const [chosen, setChosen] = useState<{ seq: number; over: string | null }>();
  // Another address, as after going back, counts more than what was chosen before it.
  const isChosen = chosen !== undefined && (chosen.over === asked || String(chosen.seq) === asked);
  const wanted = isChosen ? chosen.seq : Number.parseInt(asked ?? "", 10);
  useEffect(() => {
    if (chosen === undefined || !isChosen || String(chosen.seq) === asked) return undefined;
    const here = location.hash;
    const timer = setTimeout(() => {
      // Somebody who has gone on meanwhile is not fetched back.
      if (location.hash !== here) return;
      setSearch((before) => ({ ...Object.fromEntries(kept(before)), step: String(chosen.seq) }), { replace: true });
    }, settled);
    return () => clearTimeout(timer);
  }, [chosen, isChosen, asked, setSearch]);
  const [firstStop, setFirstStop] = useState<number>();
  if (firstStop === undefined) {
    const found = index.marks.find(({ signal }) => signal === "stop")?.seq;
    if (found !== undefined) setFirstStop(found);
  }
  const isThere = wanted >= 0 && wanted < events.length;
  const fallback = Number.isNaN(wanted) || events.length === size ? firstStop : undefined;
  return [isThere ? wanted : fallback, (seq) => setChosen({ seq, over: asked })];
}

/** What was asked about another step is over; how the trace is looked at stays. */
function kept(search: URLSearchParams): readonly (readonly [string, string])[] {
  return [...search].filter(([name]) => name !== "ask" && name !== "argument");
}
