import { IconButton, Tile, Tooltip } from "#ui/kit";
import type { IconName, NodeGroup } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type PaletteRailProps = {
  groups: readonly NodeGroup[];
  /** Opens the palette; with the group that was pressed, if one was. */
  onOpen: (group?: NodeGroup) => void;
};

const groupIcons = {
  talk: "message-square",
  think: "sparkles",
  act: "hand-coins",
  guard: "shield",
  logic: "git-branch",
  data: "database",
} as const satisfies Record<NodeGroup, IconName>;

/** The palette where there is no room for names. */
export function PaletteRail({ groups, onOpen }: PaletteRailProps) {
  const t = useMessages();
  return (
    <aside className="rail" aria-label={t.editor.palette}>
      <IconButton
        icon="search"
        variant="default"
        size="default"
        label={t.editor.searchNodes}
        onPress={() => onOpen()}
      />
      {groups.map((group) => (
        <Tooltip key={group} text={t.group[group]}>
          <button type="button" aria-label={t.group[group]} onClick={() => onOpen(group)}>
            <Tile icon={groupIcons[group]} tone={group} size="md" />
          </button>
        </Tooltip>
      ))}
      <span className="grow" />
      <IconButton icon="chevron-right" label={t.editor.openPalette} onPress={() => onOpen()} />
    </aside>
  );
}
