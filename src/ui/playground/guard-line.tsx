import { Icon, Phrase } from "#ui/kit";
import type { IconName } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { GuardEvent } from "./chat-entry.ts";

const icons = {
  pass: "check",
  ask: "hourglass",
  stop: "octagon-x",
  sealed: "fingerprint",
  quiet: "corner-down-right",
} as const satisfies Record<GuardEvent["signal"], IconName>;

/** One quiet line: an icon, a verb, and why on a press. */
export function GuardLine({ event, onWhy }: { event: GuardEvent; onWhy: (id: string) => void }) {
  const t = useMessages().chat;
  const { signal, lead, words, figure } = event;
  return (
    <div className="gl">
      <Icon name={icons[signal]} size={14} tone={signal === "quiet" ? undefined : signal} />
      <span>
        {lead && <b className={`c-${signal}`}>{lead} </b>}
        <Phrase words={words} />
      </span>
      {figure && <span className="t3 num">{figure}</span>}
      {event.hasWhy && (
        <button type="button" className="link quiet" onClick={() => onWhy(event.id)}>
          {t.why}
        </button>
      )}
    </div>
  );
}
