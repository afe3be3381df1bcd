import { classes } from "./words.ts";

export type ProgressRingProps = {
  /** From 0 to 1; without it the ring turns. */
  value?: number | undefined;
  size?: number;
  tone?: "accent" | "ask" | "stop" | "pass";
  /** The name for screen readers; without it the ring is decoration beside words. */
  label?: string;
};

const around = 2 * Math.PI * 6.5;

/** A ring that fills as work goes on. */
export function ProgressRing({ value, size = 16, tone = "accent", label }: ProgressRingProps) {
  const filled = around * Math.min(1, Math.max(0, value ?? 0.3));
  const role =
    label === undefined ? { "aria-hidden": true } : { role: "progressbar", "aria-label": label, ...bounds(value) };
  return (
    <svg
      className={classes("ring", tone !== "accent" && tone, value === undefined && "spin")}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...role}
    >
      <circle className="track" cx="8" cy="8" r="6.5" />
      {filled > 0 && (
        <circle
          className="value"
          cx="8"
          cy="8"
          r="6.5"
          strokeDasharray={`${filled} ${around}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}

function bounds(value: number | undefined) {
  return value === undefined
    ? {}
    : { "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": Math.round(value * 100) };
}
