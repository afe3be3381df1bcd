import { memo } from "react";
import { Badge, Tile, classes } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useCanvasActions } from "./canvas-actions.tsx";
import type { CardData } from "./canvas-data.ts";
import { NodeStatusMark } from "./node-status.tsx";
import { PortHandle } from "./port-handle.tsx";
import { Sockets } from "./sockets.tsx";

export type FlowNodeCardProps = { id: string; data: CardData; selected?: boolean };

/** A step on the canvas: what it is, what it will do, what it is doing. */
export const FlowNodeCard = memo(function FlowNodeCard({ id, data, selected = false }: FlowNodeCardProps) {
  const { title, summary, icon, group, size, status, ports, sockets, finding } = data;
  const isMissing = sockets.some((socket) => socket.missing);
  return (
    <div className={classes("node", size, status.kind, selected && "selected", isMissing && "lacking")}>
      <div className="hd" style={{ height: data.head }}>
        <Tile icon={icon} tone={group} />
        <div className="grow">
          <div className="ti">{title}</div>
          <div className="su">{summary}</div>
        </div>
        <NodeStatusMark status={status} showWord={size !== "tool"} />
      </div>
      {sockets.length > 0 && <Sockets nodeId={id} sockets={sockets} />}
      {ports.map((port) => (
        <PortHandle key={port.id} port={port} />
      ))}
      {finding && <FindingMark nodeId={id} finding={finding} />}
    </div>
  );
});

function FindingMark({ nodeId, finding }: { nodeId: string; finding: NonNullable<CardData["finding"]> }) {
  const t = useMessages().canvas;
  const { showFinding } = useCanvasActions();
  return (
    <button
      type="button"
      className="mk nodrag"
      aria-label={t.finding(finding.label)}
      onClick={() => showFinding(nodeId)}
    >
      <Badge solid tone={finding.severity} count={finding.label} />
    </button>
  );
}
