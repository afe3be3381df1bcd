import { useCallback, useMemo, useState } from "react";
import type { RunEvent } from "#engine";
import type { Badges } from "../drawing/badge.ts";
import { runBadges } from "../drawing/run-badges.ts";
import { useMessages } from "../messages/index.ts";
import { useEditor, useFlow } from "./editor-context.tsx";

/** The run that the dock shows, as far as the rest of the editor needs to know of it. */
interface DockRun {
  readonly events: readonly RunEvent[];
  readonly isRunning: boolean;
  readonly stop: () => void;
}

export interface ShownRun {
  readonly badges: Badges;
  readonly isRunning: boolean;
  /** A flow starts with a message, so this opens the chat and puts the cursor where one is written. */
  readonly start: () => void;
  readonly stop: () => void;
  /** What the dock reports. */
  readonly onRun: (run: DockRun) => void;
}

const noRun: DockRun = { events: [], isRunning: false, stop: () => undefined };

export function useRun(): ShownRun {
  const { session, registry } = useEditor();
  const flow = useFlow();
  const words = useMessages().edit.badge;
  const [run, onRun] = useState(noRun);
  const badges = useMemo(() => runBadges(run.events, flow, registry, words), [run.events, flow, registry, words]);
  const start = useCallback(() => {
    session.showDock("chat");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".dock textarea, .dock input")?.focus());
  }, [session]);
  return { badges, isRunning: run.isRunning, start, stop: run.stop, onRun };
}
