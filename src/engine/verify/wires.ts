import type { FlowEdge } from "../flow/flow.ts";
import { fits, type DataType } from "../node/ports.ts";
import type { Drawing, DrawnNode } from "./drawing.ts";
import type { Finding } from "./finding.ts";

/** Wires lead from a port to a port that can carry what comes, and needed inputs have one. */
export function checkWires(drawing: Drawing): Finding[] {
  return [
    ...drawing.flow.edges.flatMap((edge) => checkWire(edge, drawing)),
    ...[...drawing.nodes.values()].flatMap((each) => checkInputs(each, drawing)),
  ];
}

/** Why these two ports cannot be joined; undefined when they can. Used while a wire is being drawn, too. */
export function refuseWire(
  from: DrawnNode,
  fromPort: string,
  to: DrawnNode,
  toPort: string,
  kind: FlowEdge["kind"],
): string | undefined {
  if (from.node.id === to.node.id) return "A step cannot be joined to itself.";
  if (kind === "attach") {
    const socket = own(to.definition.attach, toPort);
    if (socket === undefined) return `${to.title} has no place for ${toPort}.`;
    return from.definition.provides === socket.kind ? undefined : `${from.title} cannot hang on ${socket.title}.`;
  }
  const source = own(from.definition.outputs, fromPort)?.type ?? errorPortType(fromPort, from);
  const target = own(to.definition.inputs, toPort);
  if (source === undefined) return `${from.title} has no output called ${fromPort}.`;
  if (target === undefined) return `${to.title} has no input called ${toPort}.`;
  return fits(source, target.type) ? undefined : `${from.title} gives ${source}, but ${to.title} needs ${target.type}.`;
}

/** A file may name a port `toString`. */
function own<T>(ports: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(ports, name) ? ports[name] : undefined;
}

/** Every step that runs has an `error` output that carries {code, sentence}. */
function errorPortType(port: string, from: DrawnNode): DataType | undefined {
  return port === "error" && from.definition.runs ? "json" : undefined;
}

function checkWire(edge: FlowEdge, drawing: Drawing): Finding[] {
  const ends = [edge.from.node, edge.to.node];
  if (ends.some((id) => !drawing.flow.nodes.some((node) => node.id === id))) {
    return [wireFinding(edge, "bad-wire", "A wire leads nowhere", "One of its ends names a step that is not there.")];
  }
  const from = drawing.nodes.get(edge.from.node);
  const to = drawing.nodes.get(edge.to.node);
  if (from === undefined || to === undefined) return [];
  const refusal = refuseWire(from, edge.from.port, to, edge.to.port, edge.kind);
  if (refusal === undefined) return [];
  const code =
    edge.kind === "data" && from.definition.outputs[edge.from.port] && to.definition.inputs[edge.to.port]
      ? "wire-types"
      : "bad-wire";
  return [wireFinding(edge, code, "A wire does not fit", refusal)];
}

function wireFinding(edge: FlowEdge, code: "bad-wire" | "wire-types", title: string, message: string): Finding {
  return {
    code,
    severity: "error",
    at: { edge: edge.id },
    title,
    message,
    fix: { title: "Remove the wire", operations: [{ type: "remove-edge", edgeId: edge.id }] },
  };
}

function checkInputs(drawn: DrawnNode, drawing: Drawing): Finding[] {
  // A helper that stands in no wire hangs on a step (or on nothing, which checkReach reports): its inputs are not used.
  if (drawn.definition.provides !== undefined && drawing.dataInto(drawn.node.id).length === 0) return [];
  return Object.entries(drawn.definition.inputs).flatMap(([port, input]): Finding[] =>
    input.required && drawing.dataInto(drawn.node.id, port).length === 0
      ? [
          {
            code: "missing-input",
            severity: "error",
            at: { node: drawn.node.id, port },
            title: `${drawn.title} gets no ${input.title.toLowerCase()}`,
            message: `Draw a wire to ${input.title} from the step that provides it.`,
          },
        ]
      : [],
  );
}
