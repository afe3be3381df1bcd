import { icons, isIconName } from "./icons.ts";
import type { IconName } from "./icons.ts";
import { classes } from "./words.ts";
import type { Signal } from "./words.ts";

export type IconProps = {
  /** An unknown name (a node from elsewhere) shows a box. */
  name: IconName | (string & {});
  size?: 12 | 14 | 16 | 18 | 20;
  tone?: Signal | "guard" | undefined;
  className?: string;
};

/** A picture beside words; it is never the only name of a thing. */
export function Icon({ name, size = 16, tone, className }: IconProps) {
  const Shape = icons[isIconName(name) ? name : "box"];
  return (
    <Shape
      aria-hidden="true"
      strokeWidth={1.85}
      className={classes("ic", size !== 16 && `s${size}`, tone && `i-${tone}`, className)}
    />
  );
}
