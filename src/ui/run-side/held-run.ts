import { openTurn, RunError } from "#engine";
import type { RunEvent, RunOutput } from "#engine";
import type { RunSession } from "#hosts/workspace";
import { waitingRequests } from "#monitor";
import { TraceError } from "#pillars/trace";
import type { StoreApi } from "zustand/vanilla";
import type { Home } from "../app/home.ts";
import type { RunWords } from "../messages/run/index.ts";
import type { Live } from "../run-log/index.ts";
import { fresh, nothingLive } from "./chat-state.ts";
import type { ChatState } from "./chat-state.ts";

/** The run that a chat holds open, told to the chat's state as it goes on. */
export interface HeldRun {
  readonly session: () => RunSession | undefined;
  attach(opened: RunSession): void;
  /** Opens a run that was left; false when another tab has it. */
  takeOver(runId: string): Promise<boolean>;
  /** Works through one turn or the rest of it; one after the other, never two at once. */
  follow(stream: () => AsyncIterable<RunOutput>): Promise<void>;
  /** Ends the run for good. */
  close(): Promise<void>;
  /** Says in a sentence what went wrong; a message that broke off can be taken up again. */
  fail(problem: unknown): void;
}

export function createHeldRun(home: Home, store: StoreApi<ChatState>, words: RunWords): HeldRun {
  let session: RunSession | undefined;
  let unsubscribe: (() => void) | undefined;
  let work: Promise<void> = Promise.resolve();

  function letGo(): void {
    const lost = session;
    unsubscribe?.();
    session = undefined;
    if (lost !== undefined) void home.house().then(({ house }) => house.release(lost.runId));
  }

  const held: HeldRun = {
    session: () => session,
    attach(opened) {
      unsubscribe?.();
      session = opened;
      store.setState({ ...fresh, runId: opened.runId, runFlow: opened.flow, events: opened.events() });
      unsubscribe = opened.subscribe((event) => {
        store.setState({
          events: opened.events(),
          ...(event.kind === "message" && { pending: undefined, live: nothingLive }),
          ...(goesOn(event) && { isInterrupted: false }),
        });
      });
    },
    async takeOver(runId) {
      const { house } = await home.house();
      const opened = await house.open(runId);
      if (opened.ok) held.attach(opened.session);
      else store.setState({ problem: opened.sentence, isElsewhere: true });
      return opened.ok;
    },
    follow(stream) {
      const tell = (live: Live) => store.setState({ live });
      const next = (): Promise<void> => read(stream(), tell).catch((problem: unknown) => held.fail(problem));
      work = work.then(next).then(() => tell(nothingLive));
      return work;
    },
    async close() {
      session?.stop();
      await work;
      const ended = session;
      unsubscribe?.();
      session = undefined;
      if (ended === undefined) return;
      const isWaiting = waitingRequests(ended.events()).length > 0;
      if (!ended.isClosed()) await ended.close(isWaiting ? "abandoned" : "done");
      const { house } = await home.house();
      house.release(ended.runId);
    },
    fail(problem) {
      // A log that could not be written takes nothing more; going on opens the run anew, from what is stored.
      if (problem instanceof TraceError) letGo();
      const { events, pending } = store.getState();
      const isOpen = openTurn(events) !== undefined;
      store.setState({
        problem: problem instanceof RunError ? problem.message : words.chat.broke,
        pending: undefined,
        // What is in an open turn is taken up by going on.
        ...(!isOpen && pending !== undefined && { returned: { text: pending } }),
        isInterrupted: isOpen,
      });
    },
  };
  return held;
}

function goesOn(event: RunEvent): boolean {
  return event.kind === "approval.decision" || event.kind === "approval.timeout" || event.kind === "turn.start";
}

/** Reads a turn to its end and tells what is being written; a new piece of the model's work begins a new text. */
async function read(stream: AsyncIterable<RunOutput>, tell: (live: Live) => void): Promise<void> {
  let key = "";
  let text = "";
  for await (const output of stream) {
    if (output.kind !== "progress") continue;
    const { progress } = output;
    if (progress.key !== key) text = "";
    key = progress.key;
    if (progress.type === "text") text += progress.text;
    tell({ text, checking: progress.type === "checking" });
  }
}
