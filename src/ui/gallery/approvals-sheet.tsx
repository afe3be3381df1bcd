import { useState } from "react";
import { Button, notify } from "#ui/kit";
import { AppFrame } from "../app/app-frame.tsx";
import { AlikeCalls, ApprovalCard, ApprovalsInbox } from "../approvals/index.ts";
import type { InboxScope } from "../approvals/index.ts";
import { useMessages } from "../messages/index.ts";
import { alikeRefund, decided, refundRequest, waiting } from "./sample-approval.ts";

const say = (text: string) => void notify({ text });

export function ApprovalsSheet() {
  const t = useMessages();
  const [selected, setSelected] = useState("r1");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [scope, setScope] = useState<InboxScope>("mine");
  return (
    <AppFrame
      current="approvals"
      waiting={4}
      onStopEverything={() => say("Stop everything")}
      title={<h1>{t.approvals.title}</h1>}
      actions={
        <Button icon="download" onPress={() => say("Open")}>
          {t.approvals.openFile}
        </Button>
      }
    >
      <ApprovalsInbox
        waiting={waiting}
        decided={decided}
        counts={{ mine: 4, all: 7 }}
        scope={scope}
        onScope={setScope}
        selected={selected}
        onSelect={setSelected}
      >
        {selected === "r1" && (
          <ApprovalCard
            request={refundRequest}
            onDecide={(decision) => say(decision.kind)}
            onOpenRule={() => say("Rule")}
            onOpenNotice={() => say("Sentence")}
          >
            <AlikeCalls calls={[alikeRefund]} chosen={chosen} onChoose={setChosen} />
          </ApprovalCard>
        )}
      </ApprovalsInbox>
    </AppFrame>
  );
}
