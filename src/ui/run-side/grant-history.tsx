import { useMemo, useState } from "react";
import type { RunEvent } from "#engine";
import { Icon } from "#ui/kit";
import type { IconName } from "#ui/kit";
import { grantsOf } from "../run-log/index.ts";
import type { GrantState, GrantView, Log, Reading } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

type GrantHistoryProps = {
  events: readonly RunEvent[];
  reading: Reading;
  log: Log;
  selected: number | undefined;
  onSelect: (seq: number) => void;
};

const icons: Readonly<Record<GrantState, IconName>> = {
  live: "key-round",
  busy: "hourglass",
  used: "check",
  expired: "timer",
  revoked: "x",
};

const states = ["live", "busy", "used", "expired", "revoked"] as const;

/** More than these are not read one by one. */
const mostRows = 200;

/** Every permission of the run and how it ended, behind one line that counts them. */
export function GrantHistory({ events, reading, log, selected, onSelect }: GrantHistoryProps) {
  const grants = useMemo(() => grantsOf(events, reading, log), [events, reading, log]);
  const [isOpen, setOpen] = useState(false);
  const words = pageWords().grants;
  if (grants.length === 0) return null;
  return (
    <details className="grant-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="key-round" size={14} />
        <span>
          <b>{words.given(grants.length)}</b> {countsOf(grants)}
        </span>
      </summary>
      <ol>
        {(isOpen ? grants : []).slice(0, mostRows).map((grant) => (
          <li key={grant.grantId}>
            <Row {...{ grant, selected, onSelect }} />
          </li>
        ))}
        {isOpen && grants.length > mostRows && <li className="small t2">{words.more(grants.length - mostRows)}</li>}
      </ol>
    </details>
  );
}

/** "2 used, 1 taken back" */
function countsOf(grants: readonly GrantView[]): string {
  const { counted } = pageWords().grants;
  const counts = states.map((state) => [state, grants.filter((grant) => grant.state === state).length] as const);
  return counts.flatMap(([state, count]) => (count === 0 ? [] : [counted[state](count)])).join(", ");
}

type RowProps = Pick<GrantHistoryProps, "selected" | "onSelect"> & { grant: GrantView };

function Row({ grant, selected, onSelect }: RowProps) {
  const words = pageWords().grants;
  const { state, what, host, seq, endedAt, signedAt, ttlMs } = grant;
  const to = endedAt ?? seq;
  const terms = [
    words.for(Math.round(ttlMs / 1000)),
    ...(host === undefined ? [] : [words.at(host)]),
    ...(signedAt === undefined ? [] : [words.signed]),
  ];
  return (
    <button
      type="button"
      className="grant-row"
      aria-current={selected === to || undefined}
      onClick={() => onSelect(to)}
    >
      <Icon name={icons[state]} size={14} tone={state === "used" ? "pass" : undefined} />
      <span className="grow">
        {what} <span className="t2">{terms.join(", ")}</span>
      </span>
      <span className="t2">{words.ended[state](to)}</span>
    </button>
  );
}
