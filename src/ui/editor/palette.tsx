import { useId, useState } from "react";
import type { DragEvent, Ref } from "react";
import { Icon, SearchField, Tile } from "#ui/kit";
import type { NodeGroup } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

/** What a drag from the palette carries; the canvas reads the node type under this name. */
export const nodeDragType = "application/x-gatehouse-node";

export type PaletteItem = { type: string; title: string; icon: string; description: string };
export type PaletteGroup = { group: NodeGroup; items: readonly PaletteItem[] };
export type PaletteProps = {
  groups: readonly PaletteGroup[];
  /** A press adds the node where there is room; a drag puts it where it is dropped. */
  onAdd: (type: string) => void;
  searchRef?: Ref<HTMLInputElement>;
  /** Shut at first. */
  shut?: readonly NodeGroup[];
};

/** All nodes by group, to drag or to press. */
export function Palette({ groups, onAdd, searchRef, shut = [] }: PaletteProps) {
  const t = useMessages().editor;
  const [query, setQuery] = useState("");
  const found = groups.map(({ group, items }) => ({ group, items: items.filter((item) => matches(item, query)) }));
  const isEmpty = query !== "" && found.every(({ items }) => items.length === 0);
  return (
    <aside className="palette" aria-label={t.palette}>
      <SearchField
        label={t.searchNodes}
        value={query}
        onChange={setQuery}
        kbd="/"
        {...(searchRef && { ref: searchRef })}
      />
      <div className="palette-groups">
        {found.map(({ group, items }) => {
          const isHidden = query !== "" && items.length === 0;
          return isHidden ? null : (
            <Group
              key={group}
              group={group}
              items={items}
              onAdd={onAdd}
              isShut={shut.includes(group) && query === ""}
            />
          );
        })}
        {isEmpty && <p className="small t2 palette-none">{t.noNodes(query)}</p>}
      </div>
    </aside>
  );
}

type GroupProps = PaletteGroup & { isShut: boolean; onAdd: (type: string) => void };

function Group({ group, items, isShut, onAdd }: GroupProps) {
  const t = useMessages();
  const id = useId();
  return (
    <details open={!isShut}>
      <summary className="grp" id={id}>
        {t.group[group]}
        <span className="num">{items.length}</span>
        <Icon name="chevron-right" size={14} />
      </summary>
      <ul aria-labelledby={id}>
        {items.map((item) => (
          <li key={item.type}>
            <button
              type="button"
              className="it"
              draggable
              title={item.description}
              aria-label={t.editor.addNode(item.title)}
              onDragStart={(event) => startDrag(event, item.type)}
              onClick={() => onAdd(item.type)}
            >
              <Tile icon={item.icon} tone={group} size="sm" />
              <span className="clip">{item.title}</span>
              <Icon name="grip-vertical" size={14} className="grip" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function startDrag(event: DragEvent, type: string) {
  event.dataTransfer.setData(nodeDragType, type);
  event.dataTransfer.effectAllowed = "copy";
}

function matches(item: PaletteItem, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return `${item.title} ${item.description}`.toLowerCase().includes(wanted);
}
