import type { JsonObject, RunEvent } from "#engine";
import { turnKey } from "./log.ts";
import type { Log } from "./log.ts";
import type { TraceIndex } from "./trace-index.ts";

/** What a node got or gave: `erased` where it is gone, `long` where a list has only the beginning. */
export type HeldValue = JsonObject | "erased" | "long";

/** What a node had in hand; absent where it had not come so far. */
export interface NodeMoment {
  readonly got?: HeldValue;
  readonly gave?: HeldValue;
}

/** The steps of one turn up to and with that one, which is what a canvas shows of a run; all steps before the first turn. */
export function logUpTo(log: Log, seq: number): readonly RunEvent[] {
  const first = log.events[0]?.seq ?? 0;
  const from = (turnStart(log, seq)?.seq ?? first) - first;
  return log.events.slice(from, seq - first + 1);
}

function turnStart(log: Log, seq: number): RunEvent | undefined {
  for (let at = seq; at >= 0; at -= 1) {
    const event = log.step(at);
    const [own] = event === undefined ? [] : log.turn(turnKey(event.key));
    if (own?.kind === "turn.start" && own.seq <= seq) return own;
  }
  return undefined;
}

/** As of the last of these steps: of a step of the flow its input and output, of a tool its arguments and result. */
export function valuesAt(past: readonly RunEvent[], node: string, { reading, isCut }: TraceIndex): NodeMoment {
  let moment: NodeMoment = {};
  const isTool = (name: string) => reading.tools.get(name)?.nodeId === node;
  const held = ({ seq }: RunEvent, value: JsonObject | undefined): HeldValue =>
    value ?? (isCut(seq) ? "long" : "erased");
  for (const event of past) {
    if (event.kind === "node.start" && event.node?.id === node) moment = { got: held(event, event.values.input) };
    if (event.kind === "node.end" && event.node?.id === node)
      moment = { ...moment, gave: held(event, event.values.output) };
    if (event.kind === "tool.call" && isTool(event.attrs.tool)) moment = { got: held(event, event.values.arguments) };
    if (event.kind === "tool.result" && isTool(event.attrs.tool)) {
      const { result } = event.values;
      moment = { ...moment, gave: held(event, result === undefined ? undefined : { result }) };
    }
  }
  return moment;
}
