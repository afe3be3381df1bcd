import type { FoundValue } from "#pillars/trace";
import { Icon } from "#ui/kit";
import type { Erasures } from "./use-erasures.ts";
import { pageWords } from "./words.ts";

export type ErasePreviewProps = { found: Erasures; isAsked: boolean };

const most = 200;
const longest = 120;

/** All that would go, value by value, and what has to be known before. */
export function ErasePreview({ found, isAsked }: ErasePreviewProps) {
  const t = pageWords().traces.erase;
  if (!isAsked) return null;
  if (found === undefined)
    return (
      <p className="t2" role="status">
        {t.looking}
      </p>
    );
  if (found === "unread")
    return (
      <p className="t2" role="status">
        {t.unread}
      </p>
    );
  const values = found.flatMap((each) => each.values.map((value) => ({ value, runId: each.record.runId })));
  if (values.length === 0)
    return (
      <p className="t2" role="status">
        {t.nothing}
      </p>
    );
  const open = found.filter(({ isOpen }) => isOpen).length;
  const copies = found.reduce((sum, { copiesOut }) => sum + copiesOut.length, 0);
  return (
    <div className="col g8">
      <p role="status">{t.found(values.length, found.length)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <ul className="erase-list" tabIndex={0} aria-label={t.title}>
        {values.slice(0, most).map(({ value, runId }) => (
          <li key={`${runId} ${value.seq} ${value.field}`}>
            <span className="t2 num">{t.stepNumber(value.seq)}</span>
            <span className="clip">{excerpt(value)}</span>
            <span className="t3 small">{value.isCopy ? t.copy : ""}</span>
          </li>
        ))}
        {values.length > most && <li className="t2">{t.more(values.length - most)}</li>}
      </ul>
      {open > 0 && <Warning text={t.ends(open)} />}
      {copies > 0 && <Warning text={t.copies(copies)} />}
      <p className="t2 small">{t.stays}</p>
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p className="row g8 small">
      <Icon name="triangle-alert" size={14} tone="ask" /> <span>{text}</span>
    </p>
  );
}

function excerpt({ value }: FoundValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
