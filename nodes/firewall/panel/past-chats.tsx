import { useState } from "react";
import type { FirewallPolicy, Inspector } from "#pillars/firewall";
import { Button, Chip, Icon, IconButton, Phrase, ProgressRing, QuotedText } from "#ui/kit";
import type { IconName, Signal } from "#ui/kit";
import { excerptOf } from "./excerpt.ts";
import type { Outcome, RecordedChats } from "./recorded.ts";
import { reasonOf } from "./reasons.ts";
import type { Case, Counts, Retrospect } from "./retrospect.ts";
import { useRetrospect } from "./use-retrospect.ts";
import type { PanelWords } from "./words/index.ts";

export type PastChatsProps = {
  words: PanelWords;
  policy: FirewallPolicy | undefined;
  recorded: RecordedChats;
  inspector: () => Promise<Inspector>;
};

/** What these settings would have done in the chats that are in the log. */
export function PastChats({ words, policy, recorded, inspector }: PastChatsProps) {
  const t = words.past;
  const { looking, start, cancel } = useRetrospect(policy, recorded, inspector);
  return (
    <section className="past" aria-label={t.title}>
      <div className="row g8">
        <h4 className="grow">{t.title}</h4>
        {looking.kind === "working" && (
          <Button size="sm" variant="ghost" onPress={cancel}>
            {t.cancel}
          </Button>
        )}
        {looking.kind === "done" && <IconButton icon="refresh" label={t.again} onPress={start} />}
      </div>
      {(looking.kind === "idle" || looking.kind === "failed") && (
        <>
          <p className={looking.kind === "failed" ? "small c-stop" : "small t2"}>
            {looking.kind === "failed" ? t.failed : t.about}
          </p>
          <span>
            <Button size="sm" icon="history" onPress={start} disabled={policy === undefined}>
              {t.look}
            </Button>
          </span>
        </>
      )}
      {(looking.kind === "working" || looking.kind === "done") && (
        <Result result={looking.result} isWorking={looking.kind === "working"} words={words} />
      )}
    </section>
  );
}

function Result({ result, isWorking, words }: { result: Retrospect; isWorking: boolean; words: PanelWords }) {
  const t = words.past;
  const { done, of, unread, now, was, cases } = result;
  if (!isWorking && of === 0) return <p className="small t2">{t.none}</p>;
  return (
    <>
      {isWorking && (
        <p className="row g8 small t2">
          <ProgressRing value={of === 0 ? undefined : done / of} label={t.progress(done, of)} />
          {t.progress(done, of)}
        </p>
      )}
      <p role={isWorking ? undefined : "status"}>
        <Phrase words={t.would(done - unread, now)} />
      </p>
      {!isWorking && <p className="small t2">{sameCounts(now, was) ? t.asThen : t.atTheTime(was)}</p>}
      {unread > 0 && <p className="small c-stop">{t.unread(unread)}</p>}
      <Cases cases={cases} words={words} />
    </>
  );
}

function sameCounts(a: Counts, b: Counts): boolean {
  return a.stopped === b.stopped && a.asked === b.asked && a.changed === b.changed;
}

/** Cases in sight before a person asks for the others. */
const firstCases = 4;

function Cases({ cases, words }: { cases: readonly Case[]; words: PanelWords }) {
  const t = words.past;
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? cases : cases.slice(0, firstCases);
  if (cases.length === 0) return null;
  return (
    <>
      <ul className="cases" aria-label={t.cases}>
        {shown.map((each) => (
          <CaseRow key={each.id} one={each} words={words} />
        ))}
      </ul>
      {!isOpen && cases.length > shown.length && (
        <span>
          <Button size="sm" variant="ghost" icon="chevron-down" onPress={() => setOpen(true)}>
            {t.all(cases.length)}
          </Button>
        </span>
      )}
    </>
  );
}

const looks = {
  passed: { icon: "check", signal: "pass" },
  changed: { icon: "pen-line", signal: undefined },
  asked: { icon: "hand", signal: "ask" },
  stopped: { icon: "octagon-x", signal: "stop" },
} as const satisfies Record<Outcome, { icon: IconName; signal: Signal | undefined }>;

function CaseRow({ one, words }: { one: Case; words: PanelWords }) {
  const t = words.past;
  const { now, was, found, href } = one;
  const { icon, signal } = looks[now];
  return (
    <li>
      <Icon name={icon} size={14} tone={signal ?? "guard"} />
      <div className="grow">
        <p className="small row g6 wrap">
          <b className="w6">{t.outcome[now]}</b>
          {now !== was && <Chip>{was === "passed" ? t.isNew : t.before(t.outcome[was].toLowerCase())}</Chip>}
          <a className="link quiet end" href={href}>
            {t.trace}
          </a>
        </p>
        {found && <p className="small t2">{reasonOf(found.finding, words)}</p>}
        {found && (
          <p className="small excerpt">
            <QuotedText parts={excerptOf(found.text, found.finding, now === "changed" ? "changed" : "stopped")} />
          </p>
        )}
      </div>
    </li>
  );
}
