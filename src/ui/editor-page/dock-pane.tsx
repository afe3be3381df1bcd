import type { Finding } from "#engine";
import { ReachPane } from "../reach/index.ts";
import { RunDock } from "../run-side/index.ts";
import { useEditor, useFlow, useSession } from "./editor-context.tsx";
import { FindingsPane } from "./findings-pane.tsx";
import type { EditorActions } from "./use-actions.ts";
import type { ChosenFinding } from "./use-chosen-finding.ts";
import type { ShownRun } from "./use-run.ts";

export type DockPaneProps = {
  findings: readonly Finding[];
  actions: EditorActions;
  chosen: ChosenFinding;
  onRun: ShownRun["onRun"];
};

/** What stands under the canvas: the run's own tabs, and the findings. */
export function DockPane({ findings, actions, chosen, onRun }: DockPaneProps) {
  const { session } = useEditor();
  const flow = useFlow();
  const dock = useSession((state) => state.dock);
  const selected = useSession((state) => state.selected);
  const node = selected.find((id) => flow.nodes.some((each) => each.id === id));
  const toRepair = findings.filter(({ severity }) => severity === "error").length;
  return (
    <RunDock
      flow={flow}
      tab={dock.tab}
      onTab={(tab) => session.showDock(tab)}
      isOpen={dock.open}
      onOpen={(open) => session.setState({ dock: { tab: session.getState().dock.tab, open } })}
      onRun={onRun}
      node={node}
      onNode={(id) => session.select([id])}
      findings={<FindingsPane {...{ findings, actions, chosen }} />}
      reach={<ReachPane flow={flow} />}
      counts={{ findings: findings.length, toRepair }}
    />
  );
}
