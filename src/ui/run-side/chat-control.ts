import { openTurn } from "#engine";
import type { Flow, Speaker } from "#engine";
import { waitingRequests } from "#monitor";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import { TraceError } from "#pillars/trace";
import { openInSomeTab } from "#store";
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Home } from "../app/home.ts";
import type { RunWords } from "../messages/run/index.ts";
import { fresh } from "./chat-state.ts";
import type { ChatState } from "./chat-state.ts";
import { createHeldRun } from "./held-run.ts";
import type { HeldRun } from "./held-run.ts";
import { isSameFlow, standingOf } from "./standing.ts";

/** One flow's chat in this tab: its run, what is being written, and everything a person can do with it. */
export interface ChatControl {
  readonly store: StoreApi<ChatState>;
  /** Starts a run at the first message, and another when the flow has changed since. */
  readonly send: (flow: Flow, text: string, speaker: Speaker) => Promise<void>;
  /** Answers with a sentence when the decision did not count. */
  readonly decide: (request: ApprovalRequestEvent, decision: PersonDecision) => Promise<string | undefined>;
  /** Takes up a message that broke off. */
  readonly goOn: () => Promise<void>;
  readonly stop: () => void;
  /** Ends this run for good; the next message starts another. */
  readonly newChat: () => Promise<void>;
  /** Records silence as denial where the time is over, and goes on. */
  readonly expire: () => Promise<void>;
  /** Reads anew what another tab does with the run, and takes it over once that tab is gone. */
  readonly look: () => Promise<void>;
}

export function createChatControl(home: Home, flowId: string, words: RunWords): ChatControl {
  const store = createStore<ChatState>()(() => ({ ...fresh, phase: "opening" }));
  const held = createHeldRun(home, store, words);
  const look = (): Promise<void> =>
    openLast(home, flowId, store, held).catch((problem: unknown) =>
      store.setState({
        phase: "ready",
        problem: problem instanceof TraceError ? words.chat.lastIsBroken : words.chat.notOpened,
      }),
    );
  void look();
  let isStopWanted = false;
  return {
    store,
    look,
    async send(flow, text, speaker) {
      isStopWanted = false;
      store.setState({ problem: undefined, pending: text, returned: undefined });
      try {
        const isReady = await prepare(flow, text, home, store, held);
        // Stopped while the house was still being opened: the message is not sent at all.
        if (isStopWanted) store.setState({ pending: undefined, returned: { text } });
        else if (isReady) await held.follow(() => sessionOf(held).send({ text, speaker }));
      } catch (problem) {
        held.fail(problem);
      }
    },
    async decide(request, decision) {
      const session = held.session();
      if (session === undefined) return decideElsewhere(home, store.getState().runId, request, decision, words);
      const { house } = await home.house();
      const signing = await house.sign(session.runId, request, decision);
      if (!signing.ok) return words.said.decision(signing) ?? signing.sentence;
      const decided = await session.decide(request, signing.decision);
      if (!decided.ok) return words.said.decision(decided) ?? decided.sentence;
      void held.follow(() => session.resume());
      return undefined;
    },
    async goOn() {
      const { runId } = store.getState();
      store.setState({ problem: undefined });
      if (runId === undefined || (held.session() === undefined && !(await held.takeOver(runId)))) return;
      store.setState({ isInterrupted: false });
      await held.follow(() => sessionOf(held).resume());
    },
    stop() {
      isStopWanted = true;
      held.session()?.stop();
    },
    async newChat() {
      const state = store.getState();
      // A run that broke off is closed too, or it would come back with the next visit.
      if (held.session() === undefined && state.runId !== undefined && standingOf(state) === "interrupted")
        await held.takeOver(state.runId);
      await held.close().catch((problem: unknown) => held.fail(problem));
      store.setState(fresh);
    },
    async expire() {
      const session = held.session();
      if (session !== undefined && (await session.expire())) await held.follow(() => session.resume());
    },
  };
}

/** The tab that has the run open records the decision and goes on. */
async function decideElsewhere(
  home: Home,
  runId: string | undefined,
  request: ApprovalRequestEvent,
  decision: PersonDecision,
  words: RunWords,
): Promise<string | undefined> {
  if (runId === undefined) return words.decide.gone;
  const { house } = await home.house();
  const decided = await house.decide(runId, request, decision);
  return decided.ok ? undefined : (words.said.decision(decided) ?? decided.sentence);
}

function sessionOf(held: HeldRun) {
  const session = held.session();
  if (session === undefined) throw new Error("The chat has no run.");
  return session;
}

/** Sees to it that there is a run with this very flow; false when it may not run, with the reason shown. */
async function prepare(
  flow: Flow,
  text: string,
  home: Home,
  store: StoreApi<ChatState>,
  held: HeldRun,
): Promise<boolean> {
  const { runId, isElsewhere } = store.getState();
  // It was let go when it could not be written.
  if (held.session() === undefined && runId !== undefined && !isElsewhere && (await held.takeOver(runId)))
    store.setState({ pending: text });
  const before = held.session();
  if (before !== undefined && (before.isClosed() || !isSameFlow(before.flow, flow))) await held.close();
  if (held.session() !== undefined) return true;
  const { house } = await home.house();
  const started = await house.start(flow);
  if (started.ok) held.attach(started.session);
  store.setState(
    started.ok ? { pending: text } : { pending: undefined, returned: { text }, problem: started.sentence },
  );
  return started.ok;
}

/** Shows the flow's last run if it is still open. What broke off is only shown: going on is a person's choice. */
async function openLast(home: Home, flowId: string, store: StoreApi<ChatState>, held: HeldRun): Promise<void> {
  const last = (await home.shelf.list()).findLast(({ flow }) => flow.id === flowId);
  if (last === undefined) return store.setState({ phase: "ready" });
  const { house } = await home.house();
  const mine = house.session(last.runId);
  if (mine !== undefined) return mine.isClosed() ? store.setState(fresh) : held.attach(mine);
  const events = await house.workspace.read(last.runId);
  if (events.length === 0 || events.at(-1)?.kind === "run.close") return store.setState({ phase: "ready" });
  const shown = { ...fresh, events, runId: last.runId, runFlow: last.flow };
  if (openTurn(events) !== undefined && waitingRequests(events).length === 0) {
    const isElsewhere = (await openInSomeTab())(last.runId);
    return store.setState({ ...shown, isElsewhere, isInterrupted: !isElsewhere });
  }
  const opened = await house.open(last.runId);
  if (opened.ok) held.attach(opened.session);
  else if ((await openInSomeTab())(last.runId)) store.setState({ ...shown, isElsewhere: true });
  else store.setState({ ...shown, problem: opened.sentence });
}
