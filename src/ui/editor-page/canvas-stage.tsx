import { EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { Callout } from "./callout.tsx";
import { CanvasPane } from "./canvas-pane.tsx";
import type { CanvasPaneProps } from "./canvas-pane.tsx";
import { useFlow } from "./editor-context.tsx";
import type { ChosenFinding } from "./use-chosen-finding.ts";

export type CanvasStageProps = Omit<CanvasPaneProps, "children" | "onFinding"> & { chosen: ChosenFinding };

/** The canvas with what stands over it: a word for the beginning, and the finding that is looked at. */
export function CanvasStage({ chosen, ...canvas }: CanvasStageProps) {
  const t = useMessages().edit;
  const isEmpty = useFlow().nodes.length === 0;
  const { finding } = chosen;
  return (
    <>
      {isEmpty && (
        <div className="canvas-hint">
          <EmptyState icon="workflow" title={t.emptyTitle} text={t.emptyText} />
        </div>
      )}
      <CanvasPane {...canvas} onFinding={chosen.showFor}>
        {finding && (
          <Callout
            finding={finding}
            number={chosen.number}
            onRepair={() => canvas.actions.repair(finding)}
            onClose={() => chosen.choose(undefined)}
          />
        )}
      </CanvasPane>
    </>
  );
}
