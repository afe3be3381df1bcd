import { useCallback, useRef, useState } from "react";
import type { RunEvent } from "#engine";
import { Cancelled, shareOf, type VerifyProgress } from "#pillars/trace";
import { useHome } from "../app/home-context.tsx";
import { useNow } from "../app/use-now.ts";
import type { RunWords } from "../messages/run/index.ts";
import { ago } from "../run-log/index.ts";
import type { Seal } from "../trace/index.ts";
import { openSeal, verifyRun } from "./verify-run.ts";
import { pageWords } from "./words.ts";

interface Checked {
  readonly runId: string;
  /** How many steps the log had then. */
  readonly steps: number;
  readonly seal: Seal;
  readonly at: number;
}

/** The seal of a run, as it was found when it was last checked; a new step opens it again. */
export function useSeal(runId: string | undefined, events: readonly RunEvent[]) {
  const home = useHome();
  const words = pageWords();
  const now = useNow();
  const [checked, setChecked] = useState<Checked>();
  const [isVerifying, setVerifying] = useState(false);
  const [share, setShare] = useState<number>();
  const work = useRef<AbortController>(null);
  const verify = useCallback(async () => {
    if (runId === undefined) return;
    setVerifying(true);
    const cancel = new AbortController();
    work.current = cancel;
    try {
      const opened = await home.house();
      const watch = { signal: cancel.signal, onProgress: telling(setShare) };
      const seal = await verifyRun(opened, runId, events, words, watch);
      setChecked({ seal, runId, steps: events.length, at: Date.now() });
    } catch (problem) {
      if (problem instanceof Cancelled) return;
      const seal: Seal = { kind: "broken", step: 0, message: words.traces.wholeBroken };
      setChecked({ seal, runId, steps: events.length, at: Date.now() });
    } finally {
      setShare(undefined);
      setVerifying(false);
    }
  }, [home, runId, events, words]);
  const isCurrent = checked !== undefined && checked.runId === runId && checked.steps === events.length;
  return {
    seal: isCurrent ? asOf(checked, now, words) : openSeal(events, words),
    isChecked: isCurrent,
    isVerifying,
    long: share === undefined ? undefined : { share, onCancel: () => work.current?.abort() },
    verify,
  };
}

/** Tells of a check that takes longer than half a second, ten times a second at most. */
function telling(tell: (share: number) => void): (progress: VerifyProgress) => void {
  let next = performance.now() + 500;
  return (progress) => {
    const now = performance.now();
    if (now < next) return;
    next = now + 100;
    tell(shareOf(progress));
  };
}

function asOf({ seal, at }: Checked, now: number, words: RunWords): Seal {
  return seal.kind === "sealed" ? { ...seal, verified: ago(Math.max(0, now - at), words) } : seal;
}
