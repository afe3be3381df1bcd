import type { ConnectionVerdict } from "#providers";
import { useEffect, useRef, useState } from "react";

export type Trial = { readonly isRunning: boolean; readonly verdict: ConnectionVerdict | undefined };

/** One test at a time; starting another, or leaving, stops the one before. */
export function useTrial(): [Trial, (work: (signal: AbortSignal) => Promise<ConnectionVerdict>) => void] {
  const [trial, setTrial] = useState<Trial>({ isRunning: false, verdict: undefined });
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const start = (work: (signal: AbortSignal) => Promise<ConnectionVerdict>) => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setTrial({ isRunning: true, verdict: undefined });
    const finish = (verdict: ConnectionVerdict | undefined) => {
      if (current.current === own && !own.signal.aborted) setTrial({ isRunning: false, verdict });
    };
    work(own.signal).then(finish, () => finish(undefined));
  };
  return [trial, start];
}
