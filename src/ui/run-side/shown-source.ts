import { useEffect } from "react";
import { useSearchParams } from "wouter";
import type { SourcePlace } from "../approvals/index.ts";

/** Which argument of which request somebody wants to see the source of. */
export interface ShownSource {
  /** The step of the request. */
  readonly request: number;
  readonly place: SourcePlace;
}

/** The source in the run's own page. */
export function traceAddress(runId: string, { request, place }: ShownSource): string {
  return `/trace/${runId}?${searchOf({ step: place.seq, ask: request, argument: place.argument })}`;
}

/** The source in the chat of a flow; the chat shows it if this is still the run that it holds. */
export function chatAddress(flowId: string, runId: string, { request, place }: ShownSource): string {
  return `/flow/${flowId}?${searchOf({ run: runId, step: place.seq, ask: request, argument: place.argument })}`;
}

function searchOf(parts: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)])).toString();
}

/** Calls back when the address asks for a place in the run that the chat shows, and takes the wish out of the address. */
export function useAskedSource(runId: string | undefined, show: (source: ShownSource) => void): void {
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    const argument = search.get("argument");
    const [request, seq] = ["ask", "step"].map((name) => Number.parseInt(search.get(name) ?? "", 10));
    if (runId === undefined || search.get("run") !== runId || argument === null) return;
    setSearch({}, { replace: true });
    if (request !== undefined && seq !== undefined && request >= 0 && seq >= 0)
      show({ request, place: { seq, shownIn: "chat", argument } });
    // oxlint-disable-next-line react/exhaustive-deps -- asked once by each address
  }, [search, runId]);
}
