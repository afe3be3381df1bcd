import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { classes } from "./words.ts";
import type { Origin } from "./words.ts";

export type ChipProps = {
  origin?: Origin;
  icon?: IconName;
  children: ReactNode;
  /** The chip lies on a hatched surface and takes a plain ground, so that it stays readable. */
  onHatch?: boolean;
};

const originIcon = {
  user: "message-square",
  record: "receipt",
  rule: "key-round",
  outside: "globe",
  agent: "bot",
} as const satisfies Record<Origin, IconName>;

/** Says where a value came from. Text from outside is always hatched. */
export function Chip({ origin, icon, children, onHatch = false }: ChipProps) {
  const shown = icon ?? (origin && originIcon[origin]);
  return (
    <span className={classes("chip", origin, onHatch && "on-hatch")}>
      {shown && <Icon name={shown} size={14} />}
      <span>{children}</span>
    </span>
  );
}
