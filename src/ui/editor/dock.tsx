import type { ReactNode } from "react";
import { IconButton, TabPanel, Tabs } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export const dockTabs = ["chat", "trace", "approvals", "findings"] as const;
export type DockTab = (typeof dockTabs)[number];

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

/** The panel under the canvas: chat, trace, approvals, findings. */
export function Dock({ tab, onTab, isOpen, onOpen, counts, trailing, children }: DockProps) {
  const t = useMessages().editor;
  const select = (next: DockTab) => {
    onTab(next);
    onOpen(true);
  };
  const items = [
    { id: "chat", label: t.tabs.chat, icon: "message-circle" },
    { id: "trace", label: t.tabs.trace, icon: "scroll-text", count: counts.trace },
    {
      id: "approvals",
      label: t.tabs.approvals,
      icon: "inbox",
      count: counts.approvals,
      countTone: counts.approvals > 0 ? "ask" : undefined,
    },
    {
      id: "findings",
      label: t.tabs.findings,
      icon: "search-check",
      count: counts.findings,
      countTone: counts.toRepair > 0 ? "stop" : undefined,
    },
  ] as const;
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
