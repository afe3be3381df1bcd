import { useCallback, useEffect, useRef, useState } from "react";
import type { CodeRequest, CodeResult, CodeRunner } from "#engine";

export type Trial =
  | { readonly kind: "idle" | "running" | "cancelled" | "failed" }
  | { readonly kind: "done"; readonly result: CodeResult };

/** One run of the code at a time, in the sandbox. */
export function useTrial(runner: () => Promise<CodeRunner>) {
  const [trial, setTrial] = useState<Trial>({ kind: "idle" });
  const end = useRef<AbortController>(null);
  const cancel = useCallback(() => end.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = useCallback(
    (request: CodeRequest) => {
      end.current?.abort();
      const own = new AbortController();
      end.current = own;
      const tell = (next: Trial) => {
        if (end.current === own) setTrial(own.signal.aborted ? { kind: "cancelled" } : next);
      };
      setTrial({ kind: "running" });
      runner()
        .then((sandbox) => sandbox.run(request, own.signal))
        .then(
          (result) => tell({ kind: "done", result }),
          () => tell({ kind: "failed" }),
        );
    },
    [runner],
  );
  return { trial, start, cancel };
}
