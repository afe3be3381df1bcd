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
  /** Opens where the value stands; `label` says so and begins with what the chip shows. */
  onPress?: () => void;
  label?: string;
};

const originIcon = {
  user: "message-square",
  record: "receipt",
  rule: "key-round",
  outside: "globe",
  agent: "bot",
} as const satisfies Record<Origin, IconName>;

/** Says where a value came from. Text from outside is always hatched. */
export function Chip({ origin, icon, children, onHatch = false, onPress, label }: ChipProps) {
  const shown = icon ?? (origin && originIcon[origin]);
  const look = classes("chip", origin, onHatch && "on-hatch");
  const content = (
    <>
      {shown && <Icon name={shown} size={14} />}
      <span>{children}</span>
    </>
  );
  if (onPress === undefined) return <span className={look}>{content}</span>;
  return (
    <button type="button" className={look} aria-label={label} onClick={onPress}>
      {content}
    </button>
  );
}
