import { useMemo, useState } from "react";
import type { Speaker } from "#engine";
import type { WaitingRun } from "#hosts/browser";
import { mayApprove } from "#monitor";
import { registry } from "#nodes";
import { useNow } from "../app/use-now.ts";
import type { ApprovalDecision, DecidedItem, InboxItem, InboxScope } from "../approvals/index.ts";
import { decidedItems, inboxItem, readingOf } from "../run-log/index.ts";
import type { Reading } from "../run-log/index.ts";
import { profilesOf, useActing } from "./acting.ts";
import { personDecision } from "./deciding.tsx";
import { sendRequest } from "./send-request.ts";
import { useInbox } from "./use-inbox.ts";
import type { Inbox } from "./use-inbox.ts";
import { pageWords } from "./words.ts";

const none: Inbox = { waiting: [], recent: [], approvers: [] };

/**
 * Everything about requests that wait: who is deciding, what waits for them, and the way to decide. `asked` is the one that
 * the address asks for.
 */
export function useApprovals(asked?: string) {
  const { inbox = none, opened, refresh } = useInbox();
  const now = useNow();
  const [scope, setScope] = useState<InboxScope>("mine");
  // A choice holds until the address asks for another.
  const [choice, setChoice] = useState<{ asked: string | undefined; id: string }>();
  const selected = choice !== undefined && choice.asked === asked ? choice.id : asked;
  const profiles = useMemo(
    () =>
      profilesOf(
        inbox.recent.map(({ run }) => run.flow),
        inbox.approvers,
      ),
    [inbox],
  );
  const [profile, setProfile] = useActing(profiles);
  const mine = inbox.waiting.filter(
    ({ request, events }) => profile !== undefined && mayApprove(request, events, profile),
  );
  const shown = scope === "mine" ? mine : inbox.waiting;
  const decided = useMemo(() => decidedToday(inbox), [inbox]);

  /** One sentence when the decision did not count. */
  async function decide(from: WaitingRun, by: Speaker, made: ApprovalDecision): Promise<string | undefined> {
    const decision = personDecision(from.request, made, by, readingOfRun(from));
    if (!decision.ok) return decision.sentence;
    const ruled = await opened?.house.decide(from.run.runId, from.request, decision.decision);
    refresh();
    return ruled === undefined || ruled.ok ? undefined : (pageWords().said.decision(ruled) ?? ruled.sentence);
  }

  /** The same decision about several, each on its own; the first that does not count says why, and the rest keep waiting. */
  async function decideAll(
    all: readonly WaitingRun[],
    by: Speaker,
    made: ApprovalDecision,
  ): Promise<string | undefined> {
    for (const each of all) {
      const problem = await decide(each, by, made);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  const current = shown.find((each) => idOf(each) === selected) ?? (selected === undefined ? shown[0] : undefined);
  return {
    profiles,
    profile,
    setProfile,
    scope,
    setScope,
    counts: { mine: mine.length, all: inbox.waiting.length },
    items: shown.map((each): InboxItem => inboxItem(idOf(each), each.request, each.events, readingOfRun(each), now)),
    decided,
    current: current ?? (decided.some(({ id }) => id === selected) ? undefined : shown[0]),
    selected: current === undefined ? selected : idOf(current),
    select: (id: string) => setChoice({ asked, id }),
    alike: current === undefined ? [] : mine.filter((each) => each !== current && isAlike(each, current)),
    decideAll,
    send: (waiting: WaitingRun) => opened && sendRequest(opened, waiting),
    /** Whether the flow's chat shows the run: it holds the newest. */
    isInChat: ({ run }: WaitingRun) =>
      inbox.recent.findLast((each) => each.run.flow.id === run.flow.id)?.run.runId === run.runId,
    now,
  };
}

export type Approvals = ReturnType<typeof useApprovals>;

/** Calls of one run that wait for the same reasons to use the same tool. */
function isAlike(one: WaitingRun, other: WaitingRun): boolean {
  const [first, second] = [one.request, other.request];
  const reasons = ({ request }: WaitingRun) => JSON.stringify((request.values.checks ?? []).map(({ why }) => why));
  return (
    one.run.runId === other.run.runId &&
    first.attrs.tool !== "" &&
    first.attrs.tool === second.attrs.tool &&
    first.node?.id === second.node?.id &&
    reasons(one) === reasons(other)
  );
}

export function idOf({ run, request }: WaitingRun): string {
  return `${run.runId} ${request.key}`;
}

export function readingOfRun({ run }: Pick<WaitingRun, "run">): Reading {
  return readingOf(run.flow, registry, pageWords());
}

function decidedToday({ recent }: Inbox): readonly DecidedItem[] {
  const midnight = new Date().setHours(0, 0, 0, 0);
  return recent
    .flatMap(({ run, events }) =>
      decidedItems(events, midnight, readingOfRun({ run })).map((item) => ({ ...item, id: `${run.runId} ${item.id}` })),
    )
    .sort((a, b) => b.time - a.time);
}
