import { useEffect, useState } from "react";
import type { readyMonaco } from "./monaco.ts";
import { followColours } from "./theme.ts";

export type Monaco = ReturnType<typeof readyMonaco>;

export type Loading = { readonly monaco: Monaco | undefined; readonly hasFailed: boolean; readonly again: () => void };

/** The editor's parts, fetched when this is first used, in the page's colours. */
export function useMonaco(): Loading {
  const [monaco, setMonaco] = useState<Monaco>();
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOver = false;
    import("./monaco.ts").then(
      (parts) => !isOver && setMonaco(parts.readyMonaco()),
      () => !isOver && setFailed(true),
    );
    return () => {
      isOver = true;
    };
  }, [tries]);
  useEffect(() => (monaco === undefined ? undefined : followColours(monaco.editor)), [monaco]);
  const again = () => {
    setFailed(false);
    setTries(tries + 1);
  };
  return { monaco, hasFailed, again };
}
