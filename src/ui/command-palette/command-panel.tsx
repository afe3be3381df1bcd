import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Icon, Kbd } from "#ui/kit";
import { helpWords } from "../messages/help/index.ts";
import { useMessages } from "../messages/index.ts";
import { commandGroups, type Command } from "./commands.ts";

export type CommandPanelProps = { commands: readonly Command[]; onClose: () => void };

/** The open palette: type to narrow, arrows to move, Enter to go. */
export function CommandPanel({ commands, onClose }: CommandPanelProps) {
  const t = useMessages().command;
  const titles = { ...t.groups, ...helpWords().command.groups };
  const { contains } = useFilter({ sensitivity: "base" });
  const run = (key: string | number) => {
    onClose();
    commands.find(({ id }) => id === key)?.run();
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal command">
        <Dialog className="dialog" aria-label={t.title}>
          <Autocomplete filter={contains}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette exists to be typed into */}
            <SearchField className="command-search" aria-label={t.search} autoFocus>
              <Icon name="search" />
              {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the list that it controls is named by what surrounds both */}
              <Input role="combobox" aria-expanded aria-haspopup="listbox" placeholder={t.search} />
            </SearchField>
            <ListBox
              className="menu"
              aria-label={t.title}
              onAction={run}
              renderEmptyState={() => <p className="t2 command-empty">{t.nothing}</p>}
            >
              {commandGroups.map((group) => (
                <CommandSection
                  key={group}
                  title={titles[group]}
                  commands={commands.filter((command) => command.group === group)}
                />
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandSection({ title, commands }: { title: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <ListBoxSection>
      <Header className="label">{title}</Header>
      {commands.map(({ id, title: name, icon, keys }) => (
        <ListBoxItem key={id} id={id} textValue={name}>
          <Icon name={icon} />
          <span className="clip">{name}</span>
          {keys !== undefined && <Kbd isSilent>{keys}</Kbd>}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}
