import type { FlowEdge, NodeDefinition } from "#engine";
import type { FlowWire, WireData } from "../canvas/index.ts";
import type { WireRun } from "./badge.ts";
import { canvasEnds } from "./handles.ts";
import { portKind, socketKind } from "./port-kinds.ts";

export interface WireSurroundings {
  readonly from: NodeDefinition | undefined;
  readonly to: NodeDefinition | undefined;
  readonly run: WireRun | undefined;
  /** Data view: text from outside can flow here. */
  readonly outside: boolean;
  /** Whether it is said who may read what has flowed. */
  readonly showsReaders: boolean;
}

/** A wire as the canvas draws it. */
export function wireView(edge: FlowEdge, around: WireSurroundings): FlowWire {
  const data = edge.kind === "attach" ? attachment(edge, around) : dataWire(edge, around);
  return { id: edge.id, type: "wire", ...canvasEnds(edge), data };
}

function attachment({ to }: FlowEdge, { to: host, run, showsReaders }: WireSurroundings): WireData {
  const socket = host?.attach[to.port];
  const readers = showsReaders && run?.readers !== undefined ? { readers: run.readers } : {};
  return { kind: socket === undefined ? "guard" : socketKind(socket.kind), ...running(run), ...readers };
}

function dataWire({ from }: FlowEdge, { from: step, run, outside }: WireSurroundings): WireData {
  const port = step?.outputs[from.port];
  const kind = portKind(from.port, port ?? { type: "json" });
  const ways = Object.keys(step?.outputs ?? {}).length;
  const isNamed = kind === "blocked" || ways > 1;
  const title = port?.title ?? from.port;
  return {
    kind,
    ...running(run),
    ...(isNamed && { label: title.toLowerCase() }),
    ...(run?.value !== undefined && { value: run.value }),
    ...(outside && { outside: true }),
  };
}

function running(run: WireSurroundings["run"]): Pick<WireData, "state"> {
  return run?.isRunning === true ? { state: "running" } : {};
}
