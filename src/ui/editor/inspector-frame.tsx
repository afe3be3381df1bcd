import type { ReactNode } from "react";
import { IconButton, Menu, Tile } from "#ui/kit";
import type { MenuEntry, NodeGroup } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type InspectorFrameProps = {
  icon: string;
  group: NodeGroup;
  title: string;
  subtitle?: string;
  actions: readonly MenuEntry<string>[];
  onAction: (id: string) => void;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
};

/** The settings of the selected node, beside the canvas. */
export function InspectorFrame(props: InspectorFrameProps) {
  const t = useMessages();
  return (
    <aside className="insp" aria-label={t.editor.inspector}>
      <header>
        <Tile icon={props.icon} tone={props.group} size="lg" />
        <div className="grow">
          <h2 className="clip">{props.title}</h2>
          {props.subtitle && <p className="small t2 clip">{props.subtitle}</p>}
        </div>
        {props.actions.length > 0 && (
          <Menu label={t.common.moreActions} items={props.actions} onChoose={props.onAction} />
        )}
        <IconButton icon="x" label={t.kit.close} onPress={props.onClose} />
      </header>
      <div className="insp-body">{props.children}</div>
      {props.footer && <footer>{props.footer}</footer>}
    </aside>
  );
}
