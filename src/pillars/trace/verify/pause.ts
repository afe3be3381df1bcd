import { Cancelled } from "./fault.ts";
import type { VerifyOptions, VerifyProgress } from "./report.ts";

/** Called between slices: says how far the check has come, lets the host breathe, and ends it when nobody wants it any more. */
export type Pause = (pass: VerifyProgress["pass"], done: number, total: number) => Promise<void>;

export function createPause({ tick, signal, onProgress }: VerifyOptions): Pause {
  let steps = 0;
  return async (pass, done, total) => {
    if (signal?.aborted === true) throw new Cancelled({ cause: signal.reason });
    steps = Math.max(steps, total);
    onProgress?.({ pass, done, total: steps });
    await tick?.();
  };
}
