import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { WaitingRun } from "#hosts/browser";
import { Button, EmptyState, Icon } from "#ui/kit";
import { AlikeCalls, ApprovalCard, ApprovalsInbox } from "../approvals/index.ts";
import type { ApprovalDecision, DecidedItem, SourcePlace } from "../approvals/index.ts";
import { approvalView, lastStop } from "../run-log/index.ts";
import { chatAddress, traceAddress } from "./shown-source.ts";
import { idOf, readingOfRun } from "./use-approvals.ts";
import type { Approvals } from "./use-approvals.ts";
import { pageWords } from "./words.ts";

/** Everything that waits for a person, over all flows, with what was decided today. */
export function ApprovalsPanel({ approvals }: { approvals: Approvals }) {
  const { current, profile } = approvals;
  const chosen = approvals.decided.find(({ id }) => id === approvals.selected);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- A, E and D also work while the focus is in the list
    <div className="approvals" onKeyDown={pressDecision}>
      <ApprovalsInbox
        waiting={approvals.items}
        decided={approvals.decided}
        counts={approvals.counts}
        scope={approvals.scope}
        onScope={approvals.setScope}
        selected={approvals.selected}
        onSelect={approvals.select}
      >
        {current && profile ? (
          <OpenRequest
            key={idOf(current)}
            from={current}
            alike={approvals.alike}
            now={approvals.now}
            isInChat={approvals.isInChat(current)}
            onSend={() => void approvals.send(current)}
            onDecide={(made, alike) => approvals.decideAll([current, ...alike], profile, made)}
          />
        ) : (
          chosen && <DecidedRequest item={chosen} />
        )}
      </ApprovalsInbox>
    </div>
  );
}

type OpenRequestProps = {
  from: WaitingRun;
  alike: readonly WaitingRun[];
  now: number;
  /** The flow's chat shows this run. */
  isInChat: boolean;
  onSend: () => void;
  /** Answers with a sentence when the decision did not count. */
  onDecide: (made: ApprovalDecision, alike: readonly WaitingRun[]) => Promise<string | undefined>;
};

function OpenRequest({ from, alike, now, isInChat, onSend, onDecide }: OpenRequestProps) {
  const { run, request, events } = from;
  const [problem, setProblem] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = (address: string) => () => void (location.hash = address);
  const stopped = lastStop(request, events);
  const view = (each: WaitingRun) => approvalView(each.request, each.events, readingOfRun(each), now, "approver");
  const ticked = alike.filter((each) => chosen.has(each.request.attrs.approvalId));
  // What was changed is a call of its own: the others keep waiting.
  const decide = (made: ApprovalDecision) => onDecide(made, made.kind === "edit" ? [] : ticked);
  const showSource = (request: number, place: SourcePlace) => {
    const source = { request, place };
    // A narrow window shows the canvas first when a flow is opened, so there the trace holds the message.
    const isSaid = place.shownIn === "chat" && isInChat && !matchMedia("(max-width: 760px)").matches;
    location.hash = isSaid ? chatAddress(run.flow.id, run.runId, source) : traceAddress(run.runId, source);
  };
  return (
    <ApprovalCard
      request={view(from)}
      onDecide={(made) => void decide(made).then(setProblem)}
      onOpenRule={open(`#/flow/${run.flow.id}`)}
      onSource={(place) => showSource(request.seq, place)}
      onOpenNotice={open(`#/trace/${run.runId}?step=${stopped?.seq ?? request.seq}`)}
    >
      {alike.length > 0 && (
        <AlikeCalls
          calls={alike.map(view)}
          chosen={chosen}
          onChoose={setChosen}
          onSource={(id, place) => showSource(seqOf(alike, id), place)}
        />
      )}
      <p className="approval-send">
        <Button size="sm" icon="arrow-up-right" onPress={onSend}>
          {pageWords().decide.send}
        </Button>
      </p>
      {problem !== undefined && (
        <p className="approval-problem" role="alert">
          <Icon name="octagon-x" size={14} tone="stop" />
          {problem}
        </p>
      )}
    </ApprovalCard>
  );
}

function seqOf(all: readonly WaitingRun[], approvalId: string): number {
  return all.find(({ request }) => request.attrs.approvalId === approvalId)?.request.seq ?? -1;
}

/** What was decided, and the way to the step that holds it. */
function DecidedRequest({ item }: { item: DecidedItem }) {
  const { decide } = pageWords();
  const [runId, step] = item.id.split(" ");
  return (
    <EmptyState
      icon="fingerprint"
      tone="sealed"
      title={item.title}
      text={item.detail}
      actions={
        <a className="btn" href={`#/trace/${runId}?step=${step}`}>
          {decide.seeSentence}
        </a>
      }
    />
  );
}

/** A, E and D pressed in the list are meant for the request that is open beside it. */
function pressDecision(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
  if (target.matches("input, textarea, select, [contenteditable]") || target.closest(".approval") !== null) return;
  const key = event.key.toUpperCase();
  if (!["A", "E", "D"].includes(key)) return;
  currentTarget.querySelector<HTMLElement>(`.approval [aria-keyshortcuts="${key}"]`)?.click();
}
