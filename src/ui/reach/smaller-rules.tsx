import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import { registry } from "#nodes";
import { adoptRules, enoughChats, sentenceText, type SmallerRule } from "#pillars/privileges";
import { Button, Dialog, EmptyState, Icon, notify } from "#ui/kit";
import type { Home } from "../app/home.ts";
import { useHome } from "../app/home-context.tsx";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { chatsOf } from "../inspector/recorded-chats.ts";
import { useMessages } from "../messages/index.ts";
import { proposeFrom, type Proposal } from "./proposal.ts";

type Looking = { readonly kind: "working" | "failed" } | { readonly kind: "done"; readonly proposal: Proposal };

/** The smallest rules that the flow's recorded chats needed, to adopt as one change. */
export function SmallerRules({ onClose }: { onClose: () => void }) {
  const t = useMessages().edit.smaller;
  const { document } = useEditor();
  const flow = useFlow();
  const looking = useProposal(flow);
  const rules = looking.kind === "done" ? looking.proposal.rules : [];
  const adopt = () => {
    document.edit(t.adopted, adoptRules(flow, rules).operations);
    onClose();
    void notify({ signal: "pass", text: t.adopted });
  };
  return (
    <Dialog
      title={t.title}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{rules.length > 0 ? t.keep : t.close}</Button>
          {rules.length > 0 && (
            <Button variant="primary" icon="check" onPress={adopt}>
              {t.adopt(rules.length)}
            </Button>
          )}
        </>
      }
    >
      {looking.kind === "working" && <p className="t2">{t.working}</p>}
      {looking.kind === "failed" && <EmptyState icon="triangle-alert" tone="stop" title={t.failed} />}
      {looking.kind === "done" && <Found {...looking.proposal} />}
    </Dialog>
  );
}

function Found({ chats, unread, rules }: Proposal) {
  const t = useMessages().edit.smaller;
  if (chats === 0 && unread === 0) return <EmptyState icon="history" title={t.none} text={t.noneText} />;
  return (
    <div className="smaller">
      <p role="status">{t.from(chats)}</p>
      {chats < enoughChats && (
        <p className="row g8 t2">
          <Icon name="triangle-alert" size={14} tone="ask" />
          {t.few(enoughChats)}
        </p>
      )}
      {unread > 0 && <p className="c-stop">{t.unread(unread)}</p>}
      {chats > 0 && rules.length === 0 && <p>{t.enough}</p>}
      <ul aria-label={t.changes}>
        {rules.map((rule) => (
          <Change key={`${rule.node} ${rule.index}`} rule={rule} />
        ))}
      </ul>
    </div>
  );
}

function Change({ rule }: { rule: SmallerRule }) {
  const t = useMessages().edit.smaller;
  return (
    <li>
      <p className="small t2">
        {t.now}, {t.used(rule.used)}
      </p>
      <p className="t2">{sentenceText(rule.now)}</p>
      <p className="small t2">{t.instead}</p>
      <p>{sentenceText(rule.instead)}</p>
    </li>
  );
}

function useProposal(flow: Flow): Looking {
  const home = useHome();
  const [looking, setLooking] = useState<Looking>({ kind: "working" });
  useEffect(() => {
    let isOver = false;
    void look(home, flow).then((next) => !isOver && setLooking(next));
    return () => {
      isOver = true;
    };
  }, [home, flow]);
  return looking;
}

async function look(home: Home, flow: Flow): Promise<Looking> {
  try {
    const chats = await chatsOf(home, flow.id);
    return {
      kind: "done",
      proposal: await proposeFrom(
        flow,
        registry,
        chats.map(({ events }) => events),
      ),
    };
  } catch {
    return { kind: "failed" };
  }
}
