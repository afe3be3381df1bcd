import { classes } from "./words.ts";

export type BadgeProps = {
  count: number | string;
  tone?: "pass" | "ask" | "stop" | undefined;
  /** Filled, for marks on the canvas and numbers of findings. */
  solid?: boolean;
  /** What is counted, for screen readers: "2 findings". */
  label?: string;
};

/** A small count. */
export function Badge({ count, tone, solid = false, label }: BadgeProps) {
  return (
    <span className={classes("badge", tone, solid && "solid")}>
      <span aria-hidden={label === undefined ? undefined : true}>{count}</span>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
