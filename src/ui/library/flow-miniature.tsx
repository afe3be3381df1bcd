import { memo } from "react";
import { GuardShape } from "#ui/kit";
import { layOut, miniature } from "./flow-sketch.ts";
import type { Box, FlowSketch } from "./flow-sketch.ts";

/** A flow at a glance: its shape, its groups, its guards. Decoration beside its name. */
export const FlowMiniature = memo(function FlowMiniature({ sketch }: { sketch: FlowSketch }) {
  const { boxes, lines } = layOut(sketch);
  return (
    <svg className="mini" viewBox={`0 0 ${miniature.width} ${miniature.height}`} aria-hidden="true">
      {lines.map(({ path, kind }) => (
        <path key={path} d={path} className={`mini-wire ${kind}`} />
      ))}
      {boxes.map((box) => (box.guard ? <MiniGuard key={box.id} box={box} /> : <MiniNode key={box.id} box={box} />))}
    </svg>
  );
});

function MiniNode({ box }: { box: Box }) {
  const text = Math.max(6, box.width - 34);
  return (
    <g transform={`translate(${box.x} ${box.y})`} className={`mini-node ${box.group}`}>
      <rect className="box" x="0.5" y="0.5" width={box.width - 1} height="23" rx="5" />
      <rect className="square" x="5" y="5" width="14" height="14" rx="4" />
      <rect className="mark" x="8.5" y="8.5" width="7" height="7" rx="2" />
      {box.width > 34 && <rect className="words" x="24" y="8" width={text} height="3.5" rx="1.75" />}
      {box.width > 34 && <rect className="words second" x="24" y="14.5" width={text * 0.7} height="2.5" rx="1.25" />}
    </g>
  );
}

function MiniGuard({ box }: { box: Box }) {
  return (
    <svg x={box.x} y={box.y} width={box.width * 1.4} height={box.height} overflow="visible">
      {box.guard && (
        <GuardShape
          kind={box.guard}
          height={box.height}
          level={0.3}
          mark={box.guard === "approval" ? "shut" : "check"}
        />
      )}
    </svg>
  );
}
