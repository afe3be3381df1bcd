import { useState } from "react";
import type { RunEvent } from "#engine";
import { IconButton } from "#ui/kit";
import { ApprovalCompact } from "../approvals/index.ts";
import type { ApprovalDecision } from "../approvals/index.ts";
import { useHome } from "../app/home-context.tsx";
import { useNow } from "../app/use-now.ts";
import { focusComposer } from "../playground/index.ts";
import { approvalView } from "../run-log/index.ts";
import type { Reading, RequestEvent } from "../run-log/index.ts";
import { sendRequest } from "./send-request.ts";
import { useApprovers } from "./use-approvers.ts";
import type { ShownSource } from "./shown-source.ts";
import { pageWords } from "./words.ts";
import type { ChatControl } from "./chat-control.ts";
import { profilesOf } from "./acting.ts";
import { DecidingAs, personDecision, useDecider } from "./deciding.tsx";

type WaitingCardProps = {
  runId: string | undefined;
  control: ChatControl;
  request: RequestEvent;
  events: readonly RunEvent[];
  reading: Reading;
  onSource: (source: ShownSource) => void;
};

/** The request that this chat waits for, beside it. */
export function WaitingCard({ runId, control, request, events, reading, onSource }: WaitingCardProps) {
  const speakers = profilesOf([reading.flow], useApprovers());
  const { decider, isAnyone, choose } = useDecider(request, events, speakers);
  const [problem, setProblem] = useState<string>();
  const now = useNow();
  const home = useHome();
  const decide = async (made: ApprovalDecision) => {
    if (decider === undefined) return;
    const decision = personDecision(request, made, decider, reading);
    const refused = decision.ok ? await control.decide(request, decision.decision) : decision.sentence;
    setProblem(refused);
    if (refused === undefined) focusComposer();
  };
  const send = async () => {
    const run = runId === undefined ? undefined : await home.shelf.get(runId);
    if (run !== undefined) await sendRequest(await home.house(), { run, request, events });
  };
  return (
    <ApprovalCompact
      request={approvalView(request, events, reading, now, "requester")}
      onDecide={(decision) => void decide(decision)}
      onSource={(place) => onSource({ request: request.seq, place })}
      problem={problem}
      actions={<IconButton icon="arrow-up-right" label={pageWords().decide.send} onPress={() => void send()} />}
    >
      <DecidingAs {...{ request, speakers, decider, isAnyone }} onChoose={choose} />
    </ApprovalCompact>
  );
}
