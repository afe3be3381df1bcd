import { applyEdits, type EditOperation, type Flow } from "#engine";
import { createStore, type StoreApi } from "zustand/vanilla";

/** `full`: the disk has no room; `elsewhere`: another tab is editing this flow, so this one only shows it. */
export type SavedState =
  | { readonly state: "saved"; readonly at: number }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly reason: "full" | "unknown" }
  | { readonly state: "elsewhere" };

interface Past {
  readonly label: string;
  readonly flow: Flow;
  readonly gesture: string | undefined;
}

export interface DocumentState {
  readonly flow: Flow;
  readonly past: readonly Past[];
  readonly future: readonly Past[];
  readonly saved: SavedState;
}

/** The open drawing: the only state that can be undone, and the only one that is saved by itself. */
export interface DocumentStore extends StoreApi<DocumentState> {
  /** One change with a name for undo. Changes of one gesture (a drag) are undone together. */
  edit(label: string, operations: readonly EditOperation[], gesture?: string): void;
  /** Puts another flow in its place, as one change: a restored version, an import. */
  replace(label: string, flow: Flow): void;
  undo(): void;
  redo(): void;
  /** Resolves when what is on screen is stored, or could not be. */
  flush(): Promise<void>;
  /** Marks the drawing as edited in another tab: edits are refused until it is false again. */
  setElsewhere(elsewhere: boolean): void;
}

export interface DocumentParts {
  readonly save: (flow: Flow) => Promise<"saved" | "full" | "unknown">;
  readonly now: () => number;
  /** Calls back after a pause; returns the way to cancel. */
  readonly later: (work: () => void) => () => void;
}

const keptSteps = 200;

export function createDocumentStore(flow: Flow, parts: DocumentParts): DocumentStore {
  const store = createStore<DocumentState>()(() => ({
    flow,
    past: [],
    future: [],
    saved: { state: "saved", at: parts.now() },
  }));
  let cancel: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    cancel?.();
    cancel = undefined;
    const { flow: current } = store.getState();
    const outcome = await parts.save(current);
    // A newer edit has its own write on the way; only the last one speaks for what is on screen.
    if (store.getState().flow !== current) return;
    store.setState({
      saved: outcome === "saved" ? { state: "saved", at: parts.now() } : { state: "failed", reason: outcome },
    });
  }

  function queueWrite(): Promise<void> {
    writing = writing.then(write, write);
    return writing;
  }

  function put(change: Pick<DocumentState, "flow" | "past" | "future">): void {
    store.setState({ ...change, saved: { state: "saving" } });
    cancel?.();
    cancel = parts.later(() => void queueWrite());
  }

  function change(label: string, next: Flow, gesture: string | undefined): void {
    const { flow: before, past, saved } = store.getState();
    if (next === before || saved.state === "elsewhere") return;
    const continued = gesture !== undefined && past.at(-1)?.gesture === gesture;
    put({
      flow: next,
      past: continued ? past : [...past, { label, flow: before, gesture }].slice(-keptSteps),
      future: [],
    });
  }

  return {
    ...store,
    edit(label, operations, gesture) {
      change(label, applyEdits(store.getState().flow, operations), gesture);
    },
    replace: (label, next) => change(label, next, undefined),
    undo() {
      const { flow: now, past, future, saved } = store.getState();
      const last = past.at(-1);
      if (last === undefined || saved.state === "elsewhere") return;
      put({
        flow: last.flow,
        past: past.slice(0, -1),
        future: [{ ...last, flow: now, gesture: undefined }, ...future],
      });
    },
    redo() {
      const { flow: now, past, future, saved } = store.getState();
      const next = future[0];
      if (next === undefined || saved.state === "elsewhere") return;
      put({ flow: next.flow, past: [...past, { ...next, flow: now, gesture: undefined }], future: future.slice(1) });
    },
    async flush() {
      if (cancel !== undefined) await queueWrite();
      else await writing;
    },
    setElsewhere(elsewhere) {
      const { saved } = store.getState();
      if (elsewhere) store.setState({ saved: { state: "elsewhere" } });
      else if (saved.state === "elsewhere") store.setState({ saved: { state: "saved", at: parts.now() } });
    },
  };
}
