import { useEffect, useState } from "react";
import type { RunEvent } from "#engine";
import type { ShelvedRun } from "#store";
import { useHome } from "../app/home-context.tsx";

export type OpenedRun =
  | { readonly kind: "loading" }
  | { readonly kind: "missing" }
  /** The stored log contradicts itself; nothing of it can be shown as true. */
  | { readonly kind: "broken"; readonly run: ShelvedRun }
  | {
      readonly kind: "open";
      readonly run: ShelvedRun;
      readonly events: readonly RunEvent[];
      /** The version that was asked for when this was read. */
      readonly version: number;
    };

/** A run and its log; follows it while this tab works on it, and reads it again for another `version`. */
export function useRun(runId: string, version = 0): OpenedRun {
  const home = useHome();
  const [opened, setOpened] = useState<OpenedRun>({ kind: "loading" });
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    const show = (next: OpenedRun) => !isGone && setOpened(next);
    void (async () => {
      const run = await home.shelf.get(runId);
      if (run === undefined) return show({ kind: "missing" });
      const { house } = await home.house();
      const session = house.session(runId);
      if (session !== undefined) {
        stop = session.subscribe(() => show({ kind: "open", run, events: session.events(), version }));
        return show({ kind: "open", run, events: session.events(), version });
      }
      const events = await house.workspace.read(runId).catch(() => undefined);
      return show(events === undefined ? { kind: "broken", run } : { kind: "open", run, events, version });
    })();
    return () => {
      isGone = true;
      stop?.();
    };
  }, [home, runId, version]);
  return opened;
}
