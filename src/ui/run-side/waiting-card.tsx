import { useState } from "react";
import type { RunEvent } from "#engine";
import { ApprovalCompact } from "../approvals/index.ts";
import type { ApprovalDecision } from "../approvals/index.ts";
import { useNow } from "../app/use-now.ts";
import { focusComposer } from "../playground/index.ts";
import { approvalView } from "../run-log/index.ts";
import type { Reading, RequestEvent } from "../run-log/index.ts";
import { useApprovers } from "./use-approvers.ts";
import type { ShownSource } from "./shown-source.ts";
import type { ChatControl } from "./chat-control.ts";
import { profilesOf } from "./acting.ts";
import { DecidingAs, personDecision, useDecider } from "./deciding.tsx";

type WaitingCardProps = {
  control: ChatControl;
  request: RequestEvent;
  events: readonly RunEvent[];
  reading: Reading;
  onSource: (source: ShownSource) => void;
};

/** The request that this chat waits for, beside it. */
export function WaitingCard({ control, request, events, reading, onSource }: WaitingCardProps) {
  const speakers = profilesOf([reading.flow], useApprovers());
  const { decider, isAnyone, choose } = useDecider(request, events, speakers);
  const [problem, setProblem] = useState<string>();
  const now = useNow();
  const decide = async (made: ApprovalDecision) => {
    if (decider === undefined) return;
    const decision = personDecision(request, made, decider, reading);
    const refused = decision.ok ? await control.decide(request, decision.decision) : decision.sentence;
    setProblem(refused);
    if (refused === undefined) focusComposer();
  };
  return (
    <ApprovalCompact
      request={approvalView(request, events, reading, now, "requester")}
      onDecide={(decision) => void decide(decision)}
      onSource={(place) => onSource({ request: request.seq, place })}
    >
      <DecidingAs {...{ request, speakers, decider, isAnyone, problem }} onChoose={choose} />
    </ApprovalCompact>
  );
}
