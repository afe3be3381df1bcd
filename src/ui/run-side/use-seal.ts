import { useCallback, useState } from "react";
import type { RunEvent } from "#engine";
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
  const verify = useCallback(async () => {
    if (runId === undefined) return;
    setVerifying(true);
    try {
      const seal = await home
        .house()
        .then((opened) => verifyRun(opened, runId, events, words))
        .catch((): Seal => ({ kind: "broken", step: 0, message: words.traces.wholeBroken }));
      setChecked({ seal, runId, steps: events.length, at: Date.now() });
    } finally {
      setVerifying(false);
    }
  }, [home, runId, events, words]);
  const isCurrent = checked !== undefined && checked.runId === runId && checked.steps === events.length;
  return {
    seal: isCurrent ? asOf(checked, now, words) : openSeal(events, words),
    isChecked: isCurrent,
    isVerifying,
    verify,
  };
}

function asOf({ seal, at }: Checked, now: number, words: RunWords): Seal {
  return seal.kind === "sealed" ? { ...seal, verified: ago(Math.max(0, now - at), words) } : seal;
}
