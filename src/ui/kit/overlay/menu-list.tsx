import { Fragment } from "react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Icon } from "../icon.tsx";
import { Kbd } from "../kbd.tsx";
import type { MenuListProps } from "../menu.tsx";

/** The open menu. Fetched when a menu is first opened, so that the first load stays small. */
export function MenuList<Id extends string>({ label, items, anchor, onChoose, onClose }: MenuListProps<Id>) {
  const choose = (key: string | number) => {
    const item = items.find(({ id }) => id === key);
    onClose();
    if (item) onChoose(item.id);
  };
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      offset={4}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- opening a menu moves the focus into it (WAI-ARIA menu button) */}
      <Menu className="menu" aria-label={label} autoFocus="first" onAction={choose} onClose={onClose}>
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.separated && <Separator />}
            <MenuItem
              id={item.id}
              textValue={item.label}
              isDisabled={item.disabled ?? false}
              className={item.danger ? "danger" : ""}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.label}
              {item.kbd && <Kbd>{item.kbd}</Kbd>}
            </MenuItem>
          </Fragment>
        ))}
      </Menu>
    </Popover>
  );
}
