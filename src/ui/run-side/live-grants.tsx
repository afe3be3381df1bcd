import { useEffect, useMemo, useState } from "react";
import type { RunEvent } from "#engine";
import { CountdownRing, Icon } from "#ui/kit";
import { grantsOf } from "../run-log/index.ts";
import type { GrantView, Reading } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/** What may be used at this moment, with the seconds that are left. Nothing where nothing may. */
export function LiveGrants({ events, reading }: { events: readonly RunEvent[]; reading: Reading }) {
  const grants = useMemo(
    () => grantsOf(events, reading).filter(({ state }) => state === "live" || state === "busy"),
    [events, reading],
  );
  const now = useSeconds(grants.length > 0);
  const words = pageWords().grants;
  const open = grants.filter(({ expiresAt }) => expiresAt > now);
  if (open.length === 0) return null;
  return (
    <ul className="live-grants" aria-label={words.now}>
      {open.map((grant) => (
        <li key={grant.grantId} className="gl">
          <Icon name="key-round" size={14} />
          <span className="grow">
            <b>{grant.what}</b> {termsOf(grant)}
          </span>
          <CountdownRing left={grant.expiresAt - now} total={grant.ttlMs} />
          <span className="num">{words.secondsLeft(Math.ceil((grant.expiresAt - now) / 1000))}</span>
        </li>
      ))}
    </ul>
  );
}

function termsOf({ state, host, usesLeft }: GrantView): string {
  const words = pageWords().grants;
  const use = state === "busy" ? words.inUse : words.usesLeft(usesLeft);
  return host === undefined ? use : `${words.at(host)}, ${use}`;
}

/** The present moment, anew each second while it matters. */
function useSeconds(isWanted: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isWanted) return undefined;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [isWanted]);
  return now;
}
