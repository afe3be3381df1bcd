import { useMemo } from "react";
import type { Finding, Flow } from "#engine";
import { useCheck } from "./use-check.ts";

/** What verify finds in the flow; undefined until the checks have been fetched, which happens after the canvas is drawn. */
export function useFindings(flow: Flow, isDrawn: boolean): readonly Finding[] | undefined {
  const check = useCheck(isDrawn);
  return useMemo(() => check?.(flow), [check, flow]);
}
