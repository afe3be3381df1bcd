import type { Flow } from "#engine";
import {
  createDocumentStore,
  createSessionStore,
  isFull,
  type DocumentStore,
  type FlowRepository,
  type SessionStore,
} from "#store";

/** A flow that is being edited in this tab: its document, and what the tab shows of it. */
export interface OpenDocument {
  readonly document: DocumentStore;
  readonly session: SessionStore;
  /** Saves what is left to save and lets other tabs edit. */
  close(): void;
}

/** Milliseconds without a change after which the flow is written. */
const pause = 400;

/** Opens a flow for editing. It is saved by itself; while another tab edits it, this one only shows it. */
export function openDocument(flow: Flow, flows: FlowRepository): OpenDocument {
  const document = createDocumentStore(flow, {
    save: (changed) =>
      flows.save(changed, Date.now()).then(
        () => "saved",
        (problem: unknown) => (isFull(problem) ? "full" : "unknown"),
      ),
    now: () => Date.now(),
    later(work) {
      const timer = setTimeout(work, pause);
      return () => clearTimeout(timer);
    },
  });
  const closing = new AbortController();
  const flush = () => void document.flush();
  const flushWhenHidden = () => globalThis.document.visibilityState === "hidden" && flush();
  addEventListener("pagehide", flush, { signal: closing.signal });
  globalThis.document.addEventListener("visibilitychange", flushWhenHidden, { signal: closing.signal });
  void holdLock(flow.id, document, flows, closing.signal);
  return {
    document,
    session: createSessionStore(),
    close() {
      flush();
      closing.abort();
    },
  };
}

/** One tab at a time edits a flow. A tab that waited reads it anew when its turn comes: the other has changed it. */
async function holdLock(
  id: string,
  document: DocumentStore,
  flows: FlowRepository,
  closing: AbortSignal,
): Promise<void> {
  const name = `flow-${id}`;
  const untilClosed = () =>
    new Promise<void>((resolve) => closing.addEventListener("abort", () => resolve(), { once: true }));
  const isMine = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null || closing.aborted) return lock !== null;
    await untilClosed();
    return true;
  });
  if (isMine || closing.aborted) return;
  document.setElsewhere(true);
  try {
    await navigator.locks.request(name, { signal: closing }, async () => {
      const stored = await flows.get(id);
      document.setElsewhere(false);
      if (stored !== undefined) document.setState({ flow: stored.flow, past: [], future: [] });
      await untilClosed();
    });
  } catch (problem) {
    if (!closing.aborted) throw problem;
  }
}
