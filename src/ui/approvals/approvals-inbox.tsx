import { useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { CountdownRing, EmptyState, Icon, Kbd, Segmented, Tile } from "#ui/kit";
import type { IconName, TileTone } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { DecidedItem, InboxItem } from "./approval.ts";

export type InboxScope = "mine" | "all";

export type ApprovalsInboxProps = {
  waiting: readonly InboxItem[];
  decided: readonly DecidedItem[];
  counts: Readonly<Record<InboxScope, number>>;
  scope: InboxScope;
  onScope: (scope: InboxScope) => void;
  selected: string | undefined;
  onSelect: (id: string) => void;
  /** The chosen request. */
  children?: ReactNode;
};

/** All requests, and the one that is being decided. J and K move while the list has the focus. */
export function ApprovalsInbox(props: ApprovalsInboxProps) {
  const t = useMessages().approvals;
  const list = useRef<HTMLElement>(null);
  const { waiting, decided, selected, onSelect, counts } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLInputElement) return;
    const ids = [...waiting, ...decided].map(({ id }) => id);
    const next = ids[Math.min(Math.max(ids.indexOf(selected ?? "") + step, 0), ids.length - 1)];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div className="inbox">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- J and K work while the focus is in the list */}
      <section ref={list} className="inbox-list" aria-label={t.title} onKeyDown={onKeyDown}>
        <div className="inbox-head">
          <h2 className="grow">{t.title}</h2>
          <Segmented
            label={t.whose}
            value={props.scope}
            onChange={props.onScope}
            options={[
              { value: "mine", label: t.forMe, count: counts.mine },
              { value: "all", label: t.all, count: counts.all },
            ]}
          />
        </div>
        <div className="inbox-items">
          <InboxGroup title={t.waiting} count={waiting.length}>
            {waiting.map((item) => (
              <WaitingRow key={item.id} item={item} isSelected={item.id === selected} onSelect={onSelect} />
            ))}
          </InboxGroup>
          {decided.length > 0 && (
            <InboxGroup title={t.decidedToday} count={decided.length}>
              {decided.map((item) => (
                <DecidedRow key={item.id} item={item} isSelected={item.id === selected} onSelect={onSelect} />
              ))}
            </InboxGroup>
          )}
        </div>
        <div className="inbox-keys">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd>
          {t.keys.nextPrevious}
        </div>
      </section>
      <div className="inbox-open">
        {props.children ?? <EmptyState icon="inbox" title={waiting.length > 0 ? t.none : t.empty} text={t.emptyText} />}
        {props.children !== undefined && (
          <p className="inbox-once">
            <Icon name="fingerprint" size={14} />
            {t.once}
          </p>
        )}
      </div>
    </div>
  );
}

function InboxGroup({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <>
      <h3 className="inbox-group">
        {title}
        <span className="num">{count}</span>
      </h3>
      <ul>{children}</ul>
    </>
  );
}

type RowProps<Item> = { item: Item; isSelected: boolean; onSelect: (id: string) => void };

function WaitingRow({ item, isSelected, onSelect }: RowProps<InboxItem>) {
  const t = useMessages().approvals;
  const { timeLeft, people } = item;
  return (
    <InboxRow
      id={item.id}
      icon={item.icon}
      tone={item.group}
      {...{ isSelected, onSelect }}
      title={item.title}
      detail={item.detail}
    >
      <span className="inbox-time">
        <span className="row g6">
          {timeLeft.text}
          <CountdownRing left={timeLeft.left} total={timeLeft.total} size={14} />
        </span>
        {people && (
          <span className="row g4">
            <Icon name="users-round" size={12} />
            {t.people(people.done, people.needed)}
          </span>
        )}
      </span>
    </InboxRow>
  );
}

const outcomes = {
  approved: { icon: "check", tone: "pass" },
  edited: { icon: "pen-line", tone: "pass" },
  denied: { icon: "x", tone: "stop" },
  expired: { icon: "timer", tone: "logic" },
} as const satisfies Record<DecidedItem["outcome"], { icon: IconName; tone: TileTone }>;

function DecidedRow({ item, isSelected, onSelect }: RowProps<DecidedItem>) {
  return (
    <InboxRow
      id={item.id}
      {...outcomes[item.outcome]}
      {...{ isSelected, onSelect }}
      title={item.title}
      detail={item.detail}
    />
  );
}

type InboxRowProps = {
  id: string;
  icon: string;
  tone: TileTone;
  title: string;
  detail: string;
  isSelected: boolean;
  onSelect: (id: string) => void;
  children?: ReactNode;
};

function InboxRow({ id, icon, tone, title, detail, isSelected, onSelect, children }: InboxRowProps) {
  return (
    <li>
      <button
        type="button"
        className={children === undefined ? "inbox-row decided" : "inbox-row"}
        data-id={id}
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onSelect(id)}
      >
        <Tile icon={icon} tone={tone} />
        <span className="grow">
          <span className="w5 clip line">{title}</span>
          <span className="small t2 clip line">{detail}</span>
        </span>
        {children}
      </button>
    </li>
  );
}
