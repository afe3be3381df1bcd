import type { ReactNode } from "react";
import type { IconName } from "./icons.ts";
import { Tile } from "./tile.tsx";
import type { TileTone } from "./words.ts";

export type EmptyStateProps = { icon: IconName; tone?: TileTone; title: string; text?: string; actions?: ReactNode };

/** What a screen says when there is nothing on it yet: what comes here, and how to start. */
export function EmptyState({ icon, tone = "logic", title, text, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <Tile icon={icon} tone={tone} size="lg" />
      <h3>{title}</h3>
      {text && <p>{text}</p>}
      {actions && <div className="row g8">{actions}</div>}
    </div>
  );
}
