import { memo, useState } from "react";
import { BaseEdge, EdgeLabelRenderer, Position, getBezierPath } from "@xyflow/react";
import type { EdgeProps } from "@xyflow/react";
import { Chip, classes } from "#ui/kit";
import type { FlowWire, WireData } from "./canvas-data.ts";
import { outsidePatternId } from "./canvas-patterns.tsx";

/** The word of a blocked branch stands below the guard it leaves; where it leaves to the side, on its middle. */
const besideSource = 28;

/** A wire: colour by what flows, dashed where it is blocked or missing, moving while it runs. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowWire>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected = false } = props;
  const data: WireData = props.data ?? { kind: "data" };
  const [path, labelX, labelY] = getBezierPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    curvature: 0.35,
  });
  const style = classes("wire", `p-${data.kind}`, data.state, selected && "selected");
  const hangs = data.kind === "blocked" && sourcePosition === Position.Bottom;
  const [isPointedAt, setPointedAt] = useState(false);
  const showsValue = data.value !== undefined && (isPointedAt || selected);
  const label = wireWords(data, showsValue);
  return (
    <g onPointerEnter={() => setPointedAt(true)} onPointerLeave={() => setPointedAt(false)}>
      {data.outside && <path className="wire-ground" d={path} />}
      {data.outside && <path className="wire-hatch" d={path} stroke={`url(#${outsidePatternId})`} />}
      <BaseEdge path={path} className={style} interactionWidth={20} />
      {label !== undefined && (
        <EdgeLabelRenderer>
          <WireLabel
            data={data}
            text={label}
            isAbove={data.outside === true || showsValue}
            x={hangs ? sourceX : labelX}
            y={hangs ? sourceY + besideSource : labelY}
          />
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

/** What stands on a wire: its name, who may read what flows, and, where it is pointed at or chosen, what went through. */
function wireWords({ label, readers, value }: WireData, showsValue: boolean): string | undefined {
  const always = label ?? readers;
  if (!showsValue || value === undefined) return always;
  return always === undefined ? value : `${always}: ${value}`;
}

type LabelProps = { data: WireData; text: string; isAbove: boolean; x: number; y: number };

/** Long words stand above the wire and the cards at its ends. */
function WireLabel({ data, text, isAbove, x, y }: LabelProps) {
  const isBlocked = data.kind === "blocked";
  return (
    <div
      className={classes("wire-label", isBlocked && "blocked", data.outside && "outside")}
      style={{
        transform: `translate(-50%, ${isAbove ? "calc(-100% - 32px)" : "-50%"}) translate(${x}px, ${y}px)`,
      }}
    >
      {isBlocked ? (
        <Chip icon="octagon-x">{text}</Chip>
      ) : data.outside ? (
        <Chip origin="outside">{text}</Chip>
      ) : (
        <Chip>{text}</Chip>
      )}
    </div>
  );
}
