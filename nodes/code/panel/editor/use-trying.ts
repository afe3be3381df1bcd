import { useMemo, useState } from "react";
import type { CodeRunner, JsonValue } from "#engine";
import type { Attached } from "../attached.ts";
import { toldOf } from "../errors/told.ts";
import type { Query, QueryOf } from "./query.ts";
import { readInput, trialRequest, type Bounds } from "../trial/trial.ts";
import type { LastRun } from "../trial/use-last-run.ts";
import { useTrial, type Trial } from "../trial/use-trial.ts";
import type { PanelWords } from "../words/index.ts";

export interface Trying {
  readonly input: string;
  readonly write: (text: string) => void;
  /** Undefined when the input is as it was in the last run. */
  readonly reset: (() => void) | undefined;
  /** The input as a value, where it is one; undefined also where nothing is known of it. */
  readonly sample: JsonValue | undefined;
  /** What a query sees of it. */
  readonly query: Query | undefined;
  /** Why the code cannot be tried on it. */
  readonly problem: string | undefined;
  readonly isForeign: boolean;
  readonly trial: Trial;
  readonly run: () => void;
  readonly stop: () => void;
  /** Where the last trial failed. */
  readonly failed: { readonly line: number; readonly message: string } | undefined;
}

type What = {
  words: PanelWords;
  language: string;
  source: string;
  bounds: Bounds;
  attached: Attached;
  last: LastRun;
  runner: () => Promise<CodeRunner>;
  queryOf?: QueryOf | undefined;
  /** Nobody here has adopted the code, so it does not run. */
  isForeign: boolean;
};

/** The code with an input of one's own, in the sandbox, with no tool called. */
export function useTrying({
  words,
  language,
  source,
  bounds,
  attached,
  last,
  runner,
  queryOf,
  isForeign,
}: What): Trying {
  const [written, write] = useState<string>();
  const { trial, start, cancel } = useTrial(runner);
  const recorded = useMemo(() => (last.run === undefined ? "" : JSON.stringify(last.run.input, undefined, 2)), [last]);
  const input = written ?? recorded;
  const sample = useMemo(() => (input.trim() === "" ? undefined : readInput(input)?.value), [input]);
  const asked = useMemo(() => queryOf?.(sample ?? null), [queryOf, sample]);
  const titles = new Map(attached.tools.map(({ name, title }) => [name, title]));
  const run = () => {
    const read = readInput(input);
    if (isForeign || read === undefined || typeof asked === "string" || trial.kind === "running") return;
    const seen = asked === undefined ? { input: read.value } : { input: asked.input, reads: asked.reads };
    const what = { language, source, ...seen, now: Date.now(), seed: Math.floor(Math.random() * 2 ** 32) };
    const refusal = (tool: string) => words.trial.refused(titles.get(tool) ?? tool);
    const request = trialRequest(what, bounds, [...titles.keys()], last.run?.calls ?? [], refusal);
    if (request !== undefined) start(request);
  };
  const failed = useMemo(() => {
    const error = trial.kind === "done" ? trial.result.error : undefined;
    const told = error === undefined ? undefined : toldOf(error, words);
    return told?.line === undefined ? undefined : { line: told.line, message: told.sentence };
  }, [trial, words]);
  const isOther = written !== undefined && written !== recorded && last.run !== undefined;
  return {
    input,
    write,
    sample,
    query: typeof asked === "string" ? undefined : asked,
    problem: typeof asked === "string" ? toldOf(asked, words).sentence : undefined,
    isForeign,
    trial,
    run,
    stop: cancel,
    failed,
    reset: isOther ? () => write(undefined) : undefined,
  };
}
