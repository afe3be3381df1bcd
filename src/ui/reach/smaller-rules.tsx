import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import { registry } from "#nodes";
import { adoptRules, enoughChats, sentenceText, type SmallerRule } from "#pillars/privileges";
import { Button, Checkbox, Dialog, EmptyState, Icon, notify } from "#ui/kit";
import type { Home } from "../app/home.ts";
import { useHome } from "../app/home-context.tsx";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { chatsOf } from "../inspector/recorded-chats.ts";
import { useMessages } from "../messages/index.ts";
import { proposeFrom, type Proposal } from "./proposal.ts";

type Looking = { readonly kind: "working" | "failed" } | { readonly kind: "done"; readonly proposal: Proposal };

/** The smallest rules that the flow's recorded chats needed; those that are chosen are adopted as one change. */
export function SmallerRules({ onClose }: { onClose: () => void }) {
  const t = useMessages().edit.smaller;
  const { document } = useEditor();
  const flow = useFlow();
  const looking = useProposal(flow);
  const rules = looking.kind === "done" ? looking.proposal.rules : [];
  const [left, setLeft] = useState<ReadonlySet<string>>(noneLeft);
  const chosen = rules.filter((rule) => !left.has(placeOf(rule)));
  const choose = (rule: SmallerRule, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(placeOf(rule));
    else next.add(placeOf(rule));
    setLeft(next);
  };
  const adopt = () => {
    document.edit(t.adopted, adoptRules(flow, chosen).operations);
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
            <Button variant="primary" icon="check" disabled={chosen.length === 0} onPress={adopt}>
              {t.adopt(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      {looking.kind === "working" && <p className="t2">{t.working}</p>}
      {looking.kind === "failed" && <EmptyState icon="triangle-alert" tone="stop" title={t.failed} />}
      {looking.kind === "done" && (
        <Found
          {...looking.proposal}
          left={left}
          onChoose={choose}
          onChooseAll={(areChosen) => setLeft(areChosen ? noneLeft : new Set(rules.map(placeOf)))}
        />
      )}
    </Dialog>
  );
}

type FoundProps = Proposal & {
  /** Places of the rules that are not to be adopted. */
  left: ReadonlySet<string>;
  onChoose: (rule: SmallerRule, isChosen: boolean) => void;
  onChooseAll: (areChosen: boolean) => void;
};

const noneLeft: ReadonlySet<string> = new Set();

function placeOf({ node, index }: SmallerRule): string {
  return `${node} ${index}`;
}

function Found({ chats, unread, rules, left, onChoose, onChooseAll }: FoundProps) {
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
      {rules.length > 1 && (
        <Checkbox
          label={t.all}
          checked={left.size === 0}
          mixed={left.size > 0 && left.size < rules.length}
          onChange={onChooseAll}
        />
      )}
      <ul aria-label={t.changes}>
        {rules.map((rule) => (
          <Change
            key={placeOf(rule)}
            rule={rule}
            isChosen={!left.has(placeOf(rule))}
            onChoose={(isChosen) => onChoose(rule, isChosen)}
          />
        ))}
      </ul>
    </div>
  );
}

type ChangeProps = { rule: SmallerRule; isChosen: boolean; onChoose: (isChosen: boolean) => void };

function Change({ rule, isChosen, onChoose }: ChangeProps) {
  const t = useMessages().edit.smaller;
  const instead = sentenceText(rule.instead);
  return (
    <li className={isChosen ? undefined : "left"}>
      <Checkbox
        label={isChosen ? t.adoptsThis : t.keepsThis}
        name={`${isChosen ? t.adoptsThis : t.keepsThis}: ${instead}`}
        checked={isChosen}
        onChange={onChoose}
      />
      <p className="small t2">
        {t.now}, {t.used(rule.used)}
      </p>
      <p className={isChosen ? "t2" : undefined}>{sentenceText(rule.now)}</p>
      <p className="small t2">{t.instead}</p>
      <p className={isChosen ? undefined : "t2"}>{instead}</p>
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
