import { useEffect, useMemo, useState } from "react";
import type { Flow } from "#engine";
import { titleIn } from "../drawing/resolve.ts";
import { useEditor } from "../editor-page/editor-context.tsx";
import { ReachActions } from "./reach-actions.tsx";
import { reachPath } from "./reach-path.ts";
import { reachId, ReachTable } from "./reach-table.tsx";
import { useReach } from "./use-reach.ts";

/** Who can do what in the flow as it is drawn; choosing a row points out the way to its tool on the canvas. */
export function ReachPane({ flow }: { flow: Flow }) {
  const { session, registry } = useEditor();
  const reach = useReach(flow);
  const [chosen, setChosen] = useState<string>();
  const row = reach.rows.find((each) => reachId(each) === chosen);
  const { step, toolNode } = row ?? {};
  const way = useMemo(
    () => (step === undefined || toolNode === undefined ? noWay : reachPath(flow, { step, tool: toolNode })),
    [flow, step, toolNode],
  );
  useEffect(() => session.mark([...way.nodes, ...way.wires]), [session, way]);
  useEffect(() => () => session.mark([]), [session]);
  return (
    <ReachTable
      reach={reach}
      chosen={chosen}
      way={way.nodes.map((id) => titleIn(flow, id, registry))}
      actions={<ReachActions flow={flow} />}
      onChoose={(next) => setChosen(reachId(next) === chosen ? undefined : reachId(next))}
    />
  );
}

const noWay = { nodes: [], wires: [] } as const;
