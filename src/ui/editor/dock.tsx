import type { ReactNode } from "react";
import { dockTabs, type DockTab } from "#store";
import { IconButton, TabPanel, Tabs, type IconName } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

const icons = {
  chat: "message-circle",
  trace: "scroll-text",
  approvals: "inbox",
  findings: "search-check",
  reach: "route",
} as const satisfies Record<DockTab, IconName>;

export type DockProps = {
  tab: DockTab;
  onTab: (tab: DockTab) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  counts: { trace: number; approvals: number; findings: number; toRepair: number };
  /** Controls beside the tabs, as who is speaking. */
  trailing?: ReactNode;
  children: ReactNode;
};

/** The panel under the canvas: chat, trace, approvals, findings, reach. */
export function Dock({ tab, onTab, isOpen, onOpen, counts, trailing, children }: DockProps) {
  const t = useMessages().editor;
  const select = (next: DockTab) => {
    onTab(next);
    onOpen(true);
  };
  const items = dockTabs.map((id) => ({ id, label: t.tabs[id], icon: icons[id], ...countOn(id, counts) }));
  return (
    <section className="dock" aria-label={t.dock}>
      <Tabs
        label={t.dock}
        items={items}
        selected={tab}
        onSelect={select}
        trailing={
          <>
            {trailing}
            <IconButton
              icon={isOpen ? "chevron-down" : "chevron-up"}
              label={isOpen ? t.collapseDock : t.expandDock}
              onPress={() => onOpen(!isOpen)}
            />
          </>
        }
      />
      {isOpen && (
        <TabPanel tab={tab} className="dock-body">
          {children}
        </TabPanel>
      )}
    </section>
  );
}

function countOn(tab: DockTab, { trace, approvals, findings, toRepair }: DockProps["counts"]) {
  if (tab === "trace") return { count: trace };
  if (tab === "approvals") return { count: approvals, countTone: approvals > 0 ? ("ask" as const) : undefined };
  if (tab === "findings") return { count: findings, countTone: toRepair > 0 ? ("stop" as const) : undefined };
  return {};
}
