import { Handle, Position } from "@xyflow/react";
import { classes } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Port, PortKind } from "./canvas-data.ts";

const positions = { left: Position.Left, right: Position.Right, top: Position.Top, bottom: Position.Bottom } as const;
const square: ReadonlySet<PortKind> = new Set(["tool", "guard"]);

export type PortHandleProps = {
  port: Port;
  /** A socket is square whatever hangs there. */
  isSocket?: boolean;
  missing?: boolean;
  label?: string;
};

/** A port: 10 px to see, 24 px to hit, its name on hover. */
export function PortHandle({ port, isSocket = false, missing = false, label }: PortHandleProps) {
  const t = useMessages().canvas;
  const words = port.direction === "in" ? t.portIn : t.portOut;
  const name = label ?? words(port.name, t.port[port.kind]);
  return (
    <Handle
      id={port.id}
      type={port.direction === "in" ? "target" : "source"}
      position={positions[port.side]}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a handle is drawn by React Flow as a div
      role="img"
      aria-label={name}
      data-name={name}
      style={styleOf(port)}
      className={classes(
        "port",
        `p-${port.kind}`,
        (isSocket || square.has(port.kind)) && "sock",
        port.connected && "full",
        missing && "missing",
      )}
    />
  );
}

function styleOf({ at, side }: Port): { top: number } | { left: number } | undefined {
  if (at === undefined) return undefined;
  return side === "left" || side === "right" ? { top: at } : { left: at };
}
