import { useSearchParams } from "wouter";
import { traceViews } from "../trace/index.ts";
import type { TraceViewName } from "../trace/index.ts";

/** How the trace is looked at, as the address says, so that a view can be come back to and sent on. */
export function useTraceView(): [TraceViewName, (view: TraceViewName) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("view");
  const view = traceViews.find((each) => each === asked) ?? "steps";
  return [view, (next) => setSearch((before) => ({ ...Object.fromEntries(before), view: next }), { replace: true })];
}
