import { useCallback, useEffect, useRef, useState } from "react";
import { problemOf, type LibraryProblem } from "./library-problem.ts";
import type { PythonLibraryStore } from "./python-library.ts";

export type LibraryState =
  | { readonly kind: "looking" | "missing" | "here" }
  | { readonly kind: "fetching"; readonly bytes: number }
  | { readonly kind: "problem"; readonly why: LibraryProblem };

export interface Library {
  readonly about: PythonLibraryStore["about"] | undefined;
  readonly state: LibraryState;
  readonly download: () => void;
  readonly stop: () => void;
  readonly remove: () => void;
}

/** Whether the library is in this browser, and the ways to bring and to remove it. A download goes on until this is left. */
export function useLibrary(open: () => Promise<PythonLibraryStore>): Library {
  const [store, setStore] = useState<PythonLibraryStore>();
  const [state, setState] = useState<LibraryState>({ kind: "looking" });
  const end = useRef<AbortController>(null);
  const look = useCallback(async (found: PythonLibraryStore) => {
    setState({ kind: (await found.isHere()) ? "here" : "missing" });
  }, []);
  const fail = useCallback((problem: unknown) => {
    setState({ kind: "problem", why: problemOf(problem) });
  }, []);
  useEffect(() => {
    let isGone = false;
    open().then((found) => {
      if (isGone) return undefined;
      setStore(found);
      return look(found);
    }, fail);
    return () => {
      isGone = true;
      end.current?.abort();
    };
  }, [open, look, fail]);

  async function fetchAll(from: PythonLibraryStore): Promise<void> {
    const own = new AbortController();
    end.current = own;
    setState({ kind: "fetching", bytes: 0 });
    const show = (bytes: number) => own.signal.aborted || setState({ kind: "fetching", bytes });
    try {
      await from.download(show, own.signal);
    } catch (problem) {
      if (!own.signal.aborted) return fail(problem);
    }
    await look(from);
  }

  return {
    about: store?.about,
    state,
    download: () => void (store && fetchAll(store)),
    stop: () => end.current?.abort(),
    remove: () => void store?.remove().then(() => look(store), fail),
  };
}
