import { Icon, classes } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useCanvasActions } from "./canvas-actions.tsx";
import type { Socket } from "./canvas-data.ts";
import { PortHandle } from "./port-handle.tsx";

/** The places along the bottom of a step where tools, guards and knowledge hang. */
export function Sockets({ nodeId, sockets }: { nodeId: string; sockets: readonly Socket[] }) {
  return (
    <div className="sockets">
      {sockets.map((socket) => (
        <SocketPlace key={socket.id} nodeId={nodeId} socket={socket} />
      ))}
    </div>
  );
}

function SocketPlace({ nodeId, socket }: { nodeId: string; socket: Socket }) {
  const t = useMessages().canvas;
  const actions = useCanvasActions();
  const { id, name, kind, count, many, missing = false } = socket;
  const port = { id, name, kind, direction: "out", side: "bottom", connected: count > 0 } as const;
  const isFree = count === 0 && !missing && kind !== "guard";
  return (
    <div className={classes("socket", missing && "missing", count === 0 && "free")}>
      <span>
        {name}
        {many && count > 0 && <em>{count}</em>}
      </span>
      <PortHandle isSocket port={port} missing={missing} {...(missing && { label: t.missing(name) })} />
      {(isFree || missing) && !socket.isSuggested && (
        <button
          type="button"
          className="plus nodrag"
          aria-label={t.attach(name)}
          onClick={() => actions.attach(nodeId, id)}
        >
          <Icon name="plus" size={12} />
        </button>
      )}
    </div>
  );
}
