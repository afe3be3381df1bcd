import { useMemo } from "react";
import { FindingsPanel } from "../findings/index.ts";
import { useMessages } from "../messages/index.ts";
import { checkedAndFine, findingId, findingItems } from "../checks/finding-items.ts";
import type { DockPaneProps } from "./dock-pane.tsx";
import { useEditor, useFlow } from "./editor-context.tsx";

export type FindingsPaneProps = Pick<DockPaneProps, "findings" | "actions" | "chosen">;

/** What verify found, with repairs that can be undone. */
export function FindingsPane({ findings, actions, chosen }: FindingsPaneProps) {
  const t = useMessages().edit;
  const { registry } = useEditor();
  const flow = useFlow();
  const items = useMemo(() => findingItems(findings, registry, t.show, t.found), [findings, registry, t]);
  const checked = useMemo(() => checkedAndFine(flow, findings, registry, t.checked), [flow, findings, registry, t]);
  const withId = (id: string) => findings.find((each) => findingId(each) === id);
  const show = (id: string) => {
    const { node, edge } = withId(id)?.at ?? {};
    chosen.choose(id);
    if ((node ?? edge) !== undefined) actions.show(node ?? edge ?? "");
  };
  return (
    <FindingsPanel
      findings={items}
      checked={checked}
      selected={chosen.id}
      onSelect={chosen.choose}
      onRepair={(id) => {
        const finding = withId(id);
        if (finding) actions.repair(finding);
      }}
      onOther={show}
      onRepairAll={() => void actions.repairAll()}
    />
  );
}
