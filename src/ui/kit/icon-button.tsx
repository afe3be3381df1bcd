import type { Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Tooltip } from "./tooltip.tsx";
import { classes } from "./words.ts";

export type IconButtonProps = {
  icon: IconName;
  /** The name: shown on hover and focus, read aloud always. */
  label: string;
  onPress?: (() => void) | undefined;
  size?: "sm" | "default";
  variant?: "ghost" | "default" | "primary";
  kbd?: string;
  pressed?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  haspopup?: "menu" | "dialog";
  type?: "button" | "submit";
  ref?: Ref<HTMLButtonElement>;
};

/** A square button with a picture and a name. */
export function IconButton({ ref, ...props }: IconButtonProps) {
  const { icon, label, size = "sm", variant = "ghost", kbd } = props;
  return (
    <Tooltip text={label} {...(kbd !== undefined && { kbd })}>
      <button
        ref={ref}
        type={props.type ?? "button"}
        className={classes("btn icon", size === "sm" && "sm", variant !== "default" && variant)}
        onClick={() => props.onPress?.()}
        disabled={props.disabled}
        aria-label={label}
        aria-pressed={props.pressed}
        aria-expanded={props.expanded}
        aria-haspopup={props.haspopup}
      >
        <Icon name={icon} size={16} />
      </button>
    </Tooltip>
  );
}
