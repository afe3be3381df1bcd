import type { Needs } from "../node/needs.ts";
import type { Speaker } from "../port/tool.ts";
import type { JsonObject } from "../value/json.ts";
import type { Label } from "../value/label.ts";
import type { Plan, PlanStep } from "../verify/compile.ts";
import type { EventOf, Progress, RunEvent } from "./events.ts";
import type { EventSink, Journal } from "./journal.ts";

declare const gated: unique symbol;

/**
 * What a run needs from the house it runs in. `gate` is the only way to an effect, and only the monitor makes one: the
 * brand says so to the compiler.
 */
export interface RunHost {
  readonly runId: string;
  readonly sink: EventSink;
  /** Everything the run's log holds, ascending by seq. */
  recorded(): Promise<readonly RunEvent[]>;
  /** Public facts of the first event. */
  readonly opening: EventOf<"run.open">["attrs"];
  readonly gate: GateFactory;
  /** Resolves after a macrotask. */
  idle(): Promise<void>;
  /** Resolves after the time or when the signal aborts; a replay does not wait. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
  readonly signal: AbortSignal;
  /** Set by a replay: no time runs out anew, a recorded time-out is met where the record has it. */
  readonly isReplay?: boolean;
}

export interface GateFactory {
  readonly [gated]: true;
  open(run: GateContext): Gate;
}

/** For the monitor alone: puts the brand on the factory it has built. */
export function asGateFactory(open: (run: GateContext) => Gate): GateFactory {
  return { open } as GateFactory;
}

/** One turn as the gate sees it. */
export interface GateContext {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly turn: Turn;
  readonly progress: (progress: Progress) => void;
}

export interface Gate {
  /** Capabilities for one execution of one step. */
  open(scope: StepScope): Needs;
  /** Ends what was granted to that step. */
  close(scope: StepScope): Promise<void>;
}

export interface StepScope {
  /** Step key of this execution: `t1/agent/0`. */
  readonly key: string;
  readonly step: PlanStep;
  /** Join of what the step has read. */
  readonly label: Label;
  /** Join of what decided that it runs at all: the values on which branches before it were taken. */
  readonly control: Label;
  readonly signal: AbortSignal;
}

export interface Turn {
  readonly number: number;
  readonly key: string;
  readonly speaker: Speaker;
  readonly text: string;
}

/** What starts a turn. */
export interface TurnInput {
  readonly text: string;
  readonly speaker: Speaker;
}

export function speakerJson(speaker: Speaker): JsonObject {
  return { id: speaker.id, name: speaker.name, role: speaker.role };
}
