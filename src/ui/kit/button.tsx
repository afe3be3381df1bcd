import { useId } from "react";
import type { MouseEvent, ReactNode, Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Kbd, keysHere } from "./kbd.tsx";
import { classes } from "./words.ts";
import type { Signal } from "./words.ts";

export type ButtonProps = {
  children: ReactNode;
  onPress?: (() => void) | undefined;
  variant?: "default" | "primary" | "ghost" | "danger";
  size?: "sm" | "default" | "lg";
  icon?: IconName;
  iconTone?: Signal;
  /** The letter or chord that does the same; the key itself is bound elsewhere. */
  kbd?: string;
  /** Keys, said more quietly than `kbd`; written with Apple's signs as well. */
  hint?: string;
  /** For a button that stays on, as Chat in the top bar. */
  pressed?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed now. The button stays reachable, so that everyone can read the reason. */
  disabledReason?: string | undefined;
  /** Takes the width it is given. */
  fill?: boolean;
  type?: "button" | "submit";
  ref?: Ref<HTMLButtonElement>;
  /** Set by overlays that open from this button. */
  expanded?: boolean;
  haspopup?: "menu" | "dialog";
  label?: string;
};

/** A verb to press. */
export function Button({ ref, ...props }: ButtonProps) {
  const { variant = "default", size = "default", disabledReason, iconTone } = props;
  const reasonId = useId();
  const onClick = (event: MouseEvent) => {
    if (disabledReason === undefined) return props.onPress?.();
    event.preventDefault();
  };
  return (
    <button
      ref={ref}
      type={props.type ?? "button"}
      className={classes("btn", variant !== "default" && variant, size !== "default" && size, props.fill && "fill")}
      onClick={onClick}
      disabled={props.disabled}
      aria-disabled={disabledReason === undefined ? undefined : true}
      aria-describedby={disabledReason === undefined ? undefined : reasonId}
      title={disabledReason}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.haspopup}
      aria-keyshortcuts={props.kbd}
      aria-label={props.label}
    >
      {props.icon && <Icon name={props.icon} size={size === "sm" ? 14 : 16} tone={iconTone} />}
      {props.children}
      {props.hint && <span className="hint">{keysHere(props.hint)}</span>}
      {props.kbd && <Kbd isSilent>{props.kbd}</Kbd>}
      {disabledReason !== undefined && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  );
}
