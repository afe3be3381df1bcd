import type { DrawnNode, NodeDefinition } from "#engine";
import { Dialog, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type AttachDialogProps = {
  host: DrawnNode;
  socket: string;
  choices: readonly NodeDefinition[];
  onChoose: (type: string) => void;
  onClose: () => void;
};

/** What may hang on a socket, to choose from. */
export function AttachDialog({ host, socket, choices, onChoose, onClose }: AttachDialogProps) {
  const t = useMessages().edit;
  return (
    <Dialog title={t.addTo(host.definition.attach[socket]?.title ?? socket, host.title)} isOpen onClose={onClose}>
      <ul className="attach-list">
        {choices.map(({ type, title, icon, group, description }) => (
          <li key={type}>
            <button type="button" className="attach-choice" onClick={() => onChoose(type)}>
              <Tile icon={icon} tone={group === "note" ? "logic" : group} size="md" />
              <span className="grow">
                <b>{title}</b>
                <span className="small t2">{description}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
