import { authorLabel } from "../value/label.ts";
import { labelled } from "../value/labelled.ts";
import type { Plan, PlanStep } from "../verify/compile.ts";
import { fallenBack } from "./control.ts";
import { createEdges } from "./edges.ts";
import type { Gate, RunHost } from "./host.ts";
import type { Journal } from "./journal.ts";
import { RunError, type RunErrorCode } from "./errors.ts";
import { systemActor } from "./events.ts";
import { runStep, type StepEnd, type StepTools } from "./step.ts";

export type TurnEnd =
  | { readonly status: "waiting" }
  | { readonly status: "done" | "blocked" | "denied" | "failed" | "stopped"; readonly sentence: string };

/** Runs every step of the plan once, in parallel where the wires allow it. */
export async function runTurn(
  plan: Plan,
  turnKey: string,
  journal: Journal,
  gate: Gate,
  host: RunHost,
): Promise<TurnEnd> {
  const abort = new AbortController();
  const stop = (): void => abort.abort(new RunError("stopped"));
  host.signal.addEventListener("abort", stop, { once: true });
  if (host.signal.aborted) stop();
  const tools: StepTools = { journal, gate, host, edges: createEdges(plan.flow.edges), turnKey, signal: abort.signal };
  const ends = new Map<string, Promise<StepEnd>>();
  for (const id of plan.order) {
    const step = plan.steps.get(id);
    if (step === undefined) continue;
    const end = runStep(step, tools).then(
      (ending) => {
        if (unhandled(ending, plan) !== undefined) abort.abort(new RunError("stopped"));
        return ending;
      },
      (problem: unknown) => {
        // Nobody may go on waiting for a step that broke.
        for (const edge of step.dataFrom) tools.edges.settle(edge, { state: "held" });
        abort.abort(new RunError("stopped"));
        throw problem;
      },
    );
    ends.set(id, end);
  }
  settleHelpers(plan, ends, tools);
  const settled = await Promise.allSettled(ends.values());
  host.signal.removeEventListener("abort", stop);
  // A bug or a broken log is no ending: it is thrown, and the log stays open where it is.
  const broken = settled.find((each) => each.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  const endings = settled.flatMap((each) => (each.status === "fulfilled" ? (unhandled(each.value, plan) ?? []) : []));
  // In the plan's order, not in that of time; what was stopped was stopped because of another.
  const fatal = endings.find(({ status }) => status !== "stopped") ?? endings[0];
  const end: TurnEnd | undefined = abort.signal.aborted ? (fatal ?? stopped) : undefined;
  const held = [...ends.keys()].filter((_, at) => {
    const each = settled[at];
    return each?.status === "fulfilled" && each.value.end === "held";
  });
  if (end === undefined) return held.length > 0 ? { status: "waiting" } : { status: "done", sentence: "" };
  // What waited for a person waits no longer.
  for (const id of held) await endHeld(plan.steps.get(id), tools);
  return end;
}

const stopped: TurnEnd = { status: "stopped", sentence: "The run was stopped." };

async function endHeld(step: PlanStep | undefined, { journal, turnKey }: StepTools): Promise<void> {
  const key = `${turnKey}/${step?.node.id}/0`;
  if (step === undefined || !journal.holds("node.start", key)) return;
  await journal.record({
    kind: "node.end",
    key,
    node: { id: step.node.id, type: step.node.type },
    actor: systemActor,
    attrs: { status: "stopped", ports: [] },
    values: { output: {} },
  });
}

/** Failures that are somebody's no. */
const refusals: ReadonlySet<RunErrorCode> = new Set<RunErrorCode>(["not-permitted", "code-not-adopted"]);

function unhandled(ending: StepEnd, plan: Plan): TurnEnd | undefined {
  if (ending.end === "failed") {
    const { code, message } = ending.error;
    return {
      status: code === "stopped" ? "stopped" : refusals.has(code) ? "denied" : "failed",
      sentence: message,
    };
  }
  if (ending.end !== "blocked") return undefined;
  const guard = plan.steps.get(ending.guard);
  const handled = guard?.dataFrom.some((edge) => edge.from.port === "blocked") === true;
  return handled ? undefined : { status: "blocked", sentence: ending.reply };
}

/** The wires that leave a helper (a firewall's `blocked`) are settled once every step it hangs on has ended. */
function settleHelpers(plan: Plan, ends: ReadonlyMap<string, Promise<StepEnd>>, tools: StepTools): void {
  for (const helper of plan.steps.values()) {
    if (helper.hosts.length > 0 && helper.dataFrom.length > 0) void settleHelper(helper, ends, tools);
  }
}

async function settleHelper(
  helper: PlanStep,
  ends: ReadonlyMap<string, Promise<StepEnd>>,
  tools: StepTools,
): Promise<void> {
  const outcomes = await Promise.allSettled(helper.hosts.flatMap((id) => ends.get(id) ?? []));
  const ended = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const stopped = ended.find((each) => each.end === "blocked" && each.guard === helper.node.id);
  for (const edge of helper.dataFrom) {
    if (stopped?.end === "blocked" && edge.from.port === "blocked") {
      await tools.journal.record({
        kind: "edge.taken",
        key: `${tools.turnKey}/${edge.id}`,
        actor: systemActor,
        attrs: { edge: edge.id, from: edge.from.node, to: edge.to.node },
        values: {},
      });
      const control = fallenBack(authorLabel, `${tools.turnKey}/${helper.node.id}`);
      tools.edges.settle(edge, { state: "value", value: labelled(stopped.reply, authorLabel), control });
    } else if (ended.some((each) => each.end === "held")) {
      tools.edges.settle(edge, { state: "held" });
    } else {
      tools.edges.settle(edge, { state: "dead", control: authorLabel });
    }
  }
}
