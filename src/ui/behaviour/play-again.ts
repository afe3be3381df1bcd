import { isKind, RunError, type Flow, type WhatIf, type WhatIfEffect } from "#engine";
import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";

/** One chat as it would have gone. */
export interface PlayedRun {
  readonly run: ShelvedRun;
  readonly effect: WhatIfEffect;
  /** Undefined where the chat cannot be played. */
  readonly found: WhatIf | undefined;
  /** What was said first; empty where that is not known. */
  readonly quote: string;
  readonly problem?: "erased" | "unreadable";
}

export type Playing =
  | { readonly state: "playing" | "done"; readonly played: readonly PlayedRun[]; readonly flow: Flow }
  /** The drawing does not run; `title` says what is to repair. */
  | { readonly state: "broken"; readonly title: string };

/** Plays the runs through `flow`, one after the other; tells how far it is, and stops with the signal. */
export async function playAgain(
  home: Home,
  runs: readonly ShelvedRun[],
  flow: Flow,
  tell: (playing: Playing) => void,
  signal: AbortSignal,
): Promise<void> {
  const { house } = await home.house();
  const played: PlayedRun[] = [];
  tell({ state: "playing", played, flow });
  for (const run of runs) {
    const next = await playOne(house.workspace, run, flow);
    if (signal.aborted) return;
    if (typeof next === "string") return tell({ state: "broken", title: next });
    played.push(next);
    tell({ state: "playing", played: [...played], flow });
  }
  tell({ state: "done", played, flow });
}

type Workspace = Awaited<ReturnType<Home["house"]>>["house"]["workspace"];

/** A text instead of a run says why the flow does not run at all. */
async function playOne(workspace: Workspace, run: ShelvedRun, flow: Flow): Promise<PlayedRun | string> {
  try {
    const asked = await workspace.whatIf(run.runId, flow);
    if (asked === undefined) return { run, effect: "unknown", found: undefined, quote: "", problem: "unreadable" };
    if (!asked.ok) return asked.findings[0]?.title ?? flow.title;
    const first = asked.events.find((event) => isKind(event, "message"));
    return { run, effect: asked.whatIf.effect, found: asked.whatIf, quote: first?.values.content ?? "" };
  } catch (problem) {
    const isErased = problem instanceof RunError && problem.code === "value-erased";
    return { run, effect: "unknown", found: undefined, quote: "", problem: isErased ? "erased" : "unreadable" };
  }
}
