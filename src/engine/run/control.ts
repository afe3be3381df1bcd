import type { PlanStep } from "../verify/compile.ts";
import { authorLabel, joinLabels, type Label } from "../value/label.ts";
import { labelled, type Labelled } from "../value/labelled.ts";
import { jsonToText } from "../value/json.ts";
import type { EdgeState, Edges } from "./edges.ts";

/** What a step's wires have brought, and the label of everything that decided that they did. */
export interface Gathered {
  readonly state: "ready" | "held" | "dead";
  readonly inputs: ReadonlyMap<string, Labelled>;
  readonly control: Label;
}

/**
 * Waits for the wires of a step. A value carries the labels of what chose its way, and of what closed the ways that would have
 * come before it: which branch was taken is told by what arrives, and by what does not.
 */
export async function gather(step: PlanStep, edges: Edges): Promise<Gathered> {
  const inputs = new Map<string, Labelled>();
  const closed = new Map<string, Label[]>();
  const controls: Label[] = [];
  const deaths: Label[] = [];
  let held = false;
  for (const edge of step.dataInto) {
    const state = await edges.wait(edge);
    const { port } = edge.to;
    if (state.state === "held") held = true;
    if (state.state === "dead") {
      deaths.push(state.control);
      closed.set(port, [...(closed.get(port) ?? []), state.control]);
    }
    if (state.state !== "value") continue;
    controls.push(state.control);
    if (!inputs.has(port)) inputs.set(port, fitted(state, closed.get(port) ?? [], step, port));
  }
  const missing = Object.entries(step.definition.inputs).some(([port, input]) => input.required && !inputs.has(port));
  const starved = step.dataInto.length > 0 && inputs.size === 0;
  const isDead = missing || starved;
  const control = joined(isDead ? [...controls, ...deaths] : controls);
  return { state: held ? "held" : isDead ? "dead" : "ready", inputs, control };
}

/** A text port takes any value, written as text: the one conversion wires make. */
function fitted(
  { value, control }: Extract<EdgeState, { state: "value" }>,
  closed: readonly Label[],
  step: PlanStep,
  port: string,
): Labelled {
  const label = joinLabels([value.label, control, ...closed]);
  return labelled(step.definition.inputs[port]?.type === "text" ? jsonToText(value.data) : value.data, label);
}

/**
 * The control of the wires that leave a step. One that has taken one of several ways has chosen, by all that it has read; an
 * `error` or a `blocked` wire is taken because of texts of which nobody knows whose they are.
 */
export function chosenBy(step: PlanStep, control: Label, read: readonly Label[]): Label {
  const ways = Object.keys(step.definition.outputs).filter((port) => !fallbacks.has(port));
  return ways.length > 1 ? joined([control, ...read]) : control;
}

/** Ways for what did not come about; a node says of `refused` itself whose doing it is. */
const fallbacks: ReadonlySet<string> = new Set(["error", "blocked", "refused"]);

export function fallenBack(control: Label, key: string): Label {
  return joined([control, { integrity: "untrusted", sources: [key] }]);
}

function joined(labels: readonly Label[]): Label {
  return labels.length === 0 ? authorLabel : joinLabels(labels);
}
