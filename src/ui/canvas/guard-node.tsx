import { memo } from "react";
import { Badge, GuardShape, classes } from "#ui/kit";
import type { GuardShapeProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useCanvasActions } from "./canvas-actions.tsx";
import type { GuardData } from "./canvas-data.ts";
import { PortHandle } from "./port-handle.tsx";

export type GuardNodeProps = { id: string; data: GuardData; selected?: boolean };

/** A guard on the canvas, with its own silhouette, so that a safe flow looks safe from across the room. */
export const GuardNode = memo(function GuardNode({ id, data, selected = false }: GuardNodeProps) {
  const t = useMessages().canvas;
  const { showStops, accept } = useCanvasActions();
  const { kind, title, summary, status, level, stops = 0, ports } = data;
  const isSuggested = status === "suggested";
  const shape = <GuardShape kind={kind} mark={markOf(data)} {...(level !== undefined && { level })} />;
  return (
    <div className={classes("gd", status, selected && "selected", isSuggested && "ghost")}>
      {isSuggested ? (
        <button type="button" className="nodrag" aria-label={t.attach(title)} onClick={() => accept(id)}>
          {shape}
        </button>
      ) : (
        shape
      )}
      {stops > 0 && (
        <button type="button" className="mark nodrag" onClick={() => showStops(id)}>
          <Badge solid tone="stop" count={stops} label={t.stops(stops)} />
        </button>
      )}
      <div className="ti">{title}</div>
      <div className="su">{isSuggested ? t.suggested : summary}</div>
      {ports.map((port) => (
        <PortHandle key={port.id} port={port} />
      ))}
    </div>
  );
});

function markOf({ kind, status }: GuardData): NonNullable<GuardShapeProps["mark"]> {
  if (status === "suggested") return "suggested";
  if (kind === "approval") return status === "waiting" ? "shut" : "open";
  return status === "stopped" ? "stopped" : "check";
}
