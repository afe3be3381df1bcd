import { Icon } from "./icon.tsx";
import type { IconProps } from "./icon.tsx";
import { classes } from "./words.ts";
import type { TileTone } from "./words.ts";

export type TileProps = { icon: IconProps["name"]; tone: TileTone; size?: "sm" | "default" | "md" | "lg" };

const signals: ReadonlySet<string> = new Set(["pass", "ask", "stop", "sealed"]);
const iconSize = { sm: 14, default: 16, md: 18, lg: 20 } as const;

/** An icon on a tinted square: the mark of a node, a tool or an outcome. */
export function Tile({ icon, tone, size = "default" }: TileProps) {
  const toneClass = signals.has(tone) ? `t-${tone}` : tone;
  return (
    <span className={classes("tile", size !== "default" && size, toneClass)}>
      <Icon name={icon} size={iconSize[size]} />
    </span>
  );
}
