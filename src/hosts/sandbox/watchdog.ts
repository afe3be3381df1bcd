import type { CodeLimits } from "#engine";
import { waitMsOf, watchdogGraceMs } from "#pillars/sandbox";

export interface Watchdog {
  /** The guest works: its time runs. */
  working(): void;
  /** The guest waits for an answer: its patience runs instead. */
  waiting(): void;
  stop(): void;
}

/**
 * The deadline that holds, whatever happens inside. Engines stop themselves in the usual case; what prepares the code for them (the
 * reading of TypeScript) and an engine in hostile hands do not. From here the whole wall is removed.
 */
export function startWatchdog(
  { timeMs, ...rest }: CodeLimits,
  bite: (how: "interrupted" | "waited") => void,
): Watchdog {
  const left = { work: timeMs + watchdogGraceMs, wait: waitMsOf({ timeMs, ...rest }) };
  let state: "work" | "wait" = "work";
  let since = performance.now();
  let timer = arm();

  function arm() {
    const how = state === "work" ? "interrupted" : "waited";
    return setTimeout(() => bite(how), Math.max(0, left[state]));
  }

  function enter(next: "work" | "wait"): void {
    if (state === next) return;
    clearTimeout(timer);
    const now = performance.now();
    left[state] -= now - since;
    since = now;
    state = next;
    timer = arm();
  }

  return {
    working: () => enter("work"),
    waiting: () => enter("wait"),
    stop: () => clearTimeout(timer),
  };
}
