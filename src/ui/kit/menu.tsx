import { lazy, Suspense, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import type { IconName } from "./icons.ts";

export type MenuEntry<Id extends string> = {
  id: Id;
  label: string;
  icon?: IconName;
  kbd?: string;
  disabled?: boolean;
  danger?: boolean;
  /** A line above it. */
  separated?: boolean;
};

export type MenuListProps<Id extends string> = {
  label: string;
  items: readonly MenuEntry<Id>[];
  anchor: RefObject<HTMLButtonElement | null>;
  onChoose: (id: Id) => void;
  onClose: () => void;
};

export type MenuProps<Id extends string> = Omit<MenuListProps<Id>, "anchor" | "onClose"> & {
  /** Words on the button; without them it is an icon button named by the label. */
  children?: ReactNode;
  icon?: IconName;
  variant?: "default" | "ghost";
  size?: "sm" | "default";
};

const MenuList = lazy(async () => ({ default: (await import("./overlay/menu-list.tsx")).MenuList<string> }));

/** A button that opens a list of verbs. */
export function Menu<Id extends string>({
  label,
  items,
  onChoose,
  children,
  icon,
  variant = "ghost",
  size = "sm",
}: MenuProps<Id>) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const trigger = {
    ref: anchor,
    onPress: () => setOpen(true),
    expanded: isOpen,
    haspopup: "menu",
    variant,
    size,
    label,
  } as const;
  const choose = (id: string) => {
    const item = items.find((entry) => entry.id === id);
    if (item) onChoose(item.id);
  };
  return (
    <>
      {children === undefined ? (
        <IconButton {...trigger} icon={icon ?? "ellipsis"} />
      ) : (
        <Button {...trigger} {...(icon && { icon })}>
          {children}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <MenuList {...{ label, items, anchor }} onChoose={choose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
