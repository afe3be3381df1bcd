import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { classes } from "./words.ts";
import type { Signal } from "./words.ts";

export type PillProps = { signal?: Signal | undefined; icon?: IconName; children: ReactNode };

const signalIcon = { pass: "check", ask: "hand", stop: "octagon-x", sealed: "fingerprint" } as const satisfies Record<
  Signal,
  IconName
>;

/** A signal with its icon and its word; colour is never alone. */
export function Pill({ signal, icon, children }: PillProps) {
  const shown = icon ?? (signal && signalIcon[signal]);
  return (
    <span className={classes("pill", signal)}>
      {shown && <Icon name={shown} size={14} />}
      {children}
    </span>
  );
}
