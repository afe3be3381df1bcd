import { useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { Badge } from "./badge.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

export type TabItem<Id extends string> = {
  id: Id;
  label: string;
  icon?: IconName;
  count?: number | undefined;
  countTone?: "ask" | "stop" | undefined;
};
export type TabsProps<Id extends string> = {
  label: string;
  items: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Controls at the right end of the bar. */
  trailing?: ReactNode;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** A bar of tabs: one stop for Tab, arrows, Home and End move and choose. */
export function Tabs<Id extends string>({ label, items, selected, onSelect, trailing }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === selected);
    const step = steps[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? items.length - 1
          : step && (at + step + items.length) % items.length;
    const item = next === undefined ? undefined : items[next];
    if (!item) return;
    event.preventDefault();
    onSelect(item.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(item.id)}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div ref={list} className="tablist" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`tab-${item.id}`}
            data-tab={item.id}
            aria-selected={item.id === selected}
            aria-controls={item.id === selected ? `panel-${item.id}` : undefined}
            tabIndex={item.id === selected ? 0 : -1}
            className="tab"
            onClick={() => onSelect(item.id)}
          >
            {item.icon && <Icon name={item.icon} />}
            {item.label}
            {item.count !== undefined && <Badge count={item.count} tone={item.countTone} />}
          </button>
        ))}
      </div>
      {trailing && <div className="row g4 end">{trailing}</div>}
    </div>
  );
}

export type TabPanelProps = { tab: string; children: ReactNode; className?: string };

/** The content of the selected tab. */
export function TabPanel({ tab, children, className }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className={className}>
      {children}
    </div>
  );
}
