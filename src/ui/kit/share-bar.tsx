import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type Share = { signal: "pass" | "ask" | "stop"; count: number; label: string };
export type ShareBarProps = { shares: readonly Share[] };

const icons = { pass: "check", ask: "hand", stop: "octagon-x" } as const satisfies Record<Share["signal"], IconName>;

/** How decisions were shared out: alone, asked, stopped. */
export function ShareBar({ shares }: ShareBarProps) {
  return (
    <div className="shares">
      <div className="share-bar" aria-hidden="true">
        {shares.map(({ signal, count }) => (
          <i key={signal} className={signal} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="row g16 small t2 num">
        {shares.map(({ signal, label }) => (
          <li key={signal} className="row g4">
            <Icon name={icons[signal]} size={14} tone={signal} />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
