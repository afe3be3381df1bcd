import { useEffect, useMemo, useState } from "react";
import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import { nodesOf, stepDetail, whyOf, withoutField, withSteps } from "../run-log/index.ts";
import type { Log, Reading, soughtIn, TraceIndex } from "../run-log/index.ts";
import type { StepDetail } from "../trace/index.ts";
import type { TimelineSource } from "./use-timeline.ts";

/** One step, opened; values that the index holds only the beginning of are fetched, and shown when they are there. */
export function useStep(
  { index, steps, whole }: TimelineSource,
  seq: number | undefined,
  sought?: ReturnType<typeof soughtIn>,
): StepDetail | undefined {
  const fetched = useWhole(index, seq, whole);
  return useMemo(
    () => (seq === undefined ? undefined : detailOf(seq, withSteps(index.log, fetched), index.reading, sought)),
    // oxlint-disable-next-line react/exhaustive-deps -- the index is the same object while it grows; `steps` says that it has
    [seq, index, steps, fetched, sought],
  );
}

function detailOf(
  seq: number,
  log: Log,
  reading: Reading,
  sought: Parameters<typeof stepDetail>[3],
): StepDetail | undefined {
  const [detail, event] = [stepDetail(seq, log, reading, sought), log.step(seq)];
  if (detail === undefined || event === undefined) return undefined;
  const why = whyOf(seq, log, reading);
  const nodes = nodesOf(event, reading).map((id) => ({ id, title: reading.titles.get(id) ?? id }));
  return { ...detail, nodes, ...(why !== undefined && { why }) };
}

const none: ReadonlyMap<number, RunEvent> = new Map();

function useWhole(
  index: TraceIndex,
  seq: number | undefined,
  whole: TimelineSource["whole"],
): ReadonlyMap<number, RunEvent> {
  const [fetched, setFetched] = useState<{ seq: number; steps: ReadonlyMap<number, RunEvent> }>();
  useEffect(() => {
    const wanted = seq === undefined ? [] : shownWith(seq, index).filter((each) => index.isCut(each));
    if (seq === undefined || wanted.length === 0) return undefined;
    let isGone = false;
    void Promise.all(wanted.map(whole)).then((found) => {
      const steps = found.flatMap((event) => (event === undefined ? [] : [[event.seq, event] as const]));
      if (!isGone) setFetched({ seq, steps: new Map(steps) });
    });
    return () => {
      isGone = true;
    };
  }, [index, seq, whole]);
  return fetched?.seq === seq && fetched !== undefined ? fetched.steps : none;
}

/** The step and those whose values are shown with it: the same call's, the text that was checked, the request decided about. */
function shownWith(seq: number, { log }: TraceIndex): readonly number[] {
  const event = log.step(seq);
  if (event === undefined) return [];
  const keys = [event.key];
  if (isKind(event, "guardrail.result")) keys.push(withoutField(event.attrs.ref));
  if (isKind(event, "approval.decision")) keys.push(event.attrs.approvalId);
  return [...new Set(keys.flatMap((key) => log.at(key).map((each) => each.seq)))];
}
