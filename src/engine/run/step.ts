import type { JsonObject, JsonValue } from "../value/json.ts";
import { isLabelled, joinedLabel, labelled, type Labelled } from "../value/labelled.ts";
import { authorLabel, type Label } from "../value/label.ts";
import type { PlanStep } from "../verify/compile.ts";
import { chosenBy, fallenBack, gather, type Gathered } from "./control.ts";
import type { EdgeState, Edges } from "./edges.ts";
import { Blocked, RunError, Suspended } from "./errors.ts";
import { systemActor } from "./events.ts";
import type { Gate, RunHost, StepScope } from "./host.ts";
import type { Journal } from "./journal.ts";

/** How a step ended. `unhandled` endings end the turn. */
export type StepEnd =
  | { readonly end: "done" | "skipped" | "held" }
  | { readonly end: "blocked"; readonly guard: string; readonly reply: string; readonly sentence: string }
  | { readonly end: "failed"; readonly error: RunError };

export interface StepTools {
  readonly journal: Journal;
  readonly gate: Gate;
  readonly host: RunHost;
  readonly edges: Edges;
  readonly turnKey: string;
  readonly signal: AbortSignal;
}

/** Waits for the step's wires, runs it if they brought what it needs, and settles the wires that leave it. */
export async function runStep(step: PlanStep, tools: StepTools): Promise<StepEnd> {
  const gathered = await gather(step, tools.edges);
  const { control } = gathered;
  if (gathered.state !== "ready") {
    settleAll(step, tools.edges, gathered.state === "held" ? { state: "held" } : { state: "dead", control });
    return { end: gathered.state === "held" ? "held" : "skipped" };
  }
  const key = `${tools.turnKey}/${step.node.id}/0`;
  // A step that is new to the log starts after all that is in it, a stop included.
  if (!tools.journal.holds("node.start", key)) await tools.journal.caughtUp();
  if (tools.signal.aborted && !tools.journal.holds("node.start", key)) {
    settleAll(step, tools.edges, { state: "dead", control });
    return { end: "skipped" };
  }
  const node = { id: step.node.id, type: step.node.type };
  const started = {
    kind: "node.start",
    key,
    node,
    actor: systemActor,
    attrs: control.integrity === "untrusted" ? { control: control.integrity } : {},
    values: { input: plainInputs(gathered.inputs) },
  } as const;
  await tools.journal.record(started);
  const attempts = 1 + (step.definition.effect === "read" ? (step.node.retries ?? 0) : 0);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await succeed(step, key, await attemptOnce(step, key, attempt, gathered, tools), gathered, tools);
      return { end: "done" };
    } catch (problem) {
      const ending = await settleProblem(problem, step, key, attempt, tools);
      if (
        ending.end !== "failed" ||
        ending.error.code === "stopped" ||
        ending.error.code === "limit-hit" ||
        attempt >= attempts
      ) {
        return await finish(ending, step, key, control, tools);
      }
      await tools.host.delay(250 * 2 ** attempt, tools.signal);
    }
  }
}

type Inputs = Gathered["inputs"];

async function attemptOnce(
  step: PlanStep,
  key: string,
  attempt: number,
  { inputs, control }: Gathered,
  tools: StepTools,
) {
  const abort = new AbortController();
  const stop = (): void => abort.abort(tools.signal.reason);
  tools.signal.addEventListener("abort", stop, { once: true });
  if (tools.signal.aborted) stop();
  const scope: StepScope = {
    key: attempt === 1 ? key : `${key}~${attempt}`,
    step,
    label: joinedLabel(inputs.values()),
    control,
    signal: abort.signal,
  };
  const labels: Record<string, Label> = {};
  const values: Record<string, JsonValue> = {};
  for (const [port, value] of inputs) {
    labels[port] = value.label;
    values[port] = value.data;
  }
  const done = new AbortController();
  if (step.node.timeoutSeconds !== undefined && tools.host.isReplay !== true) {
    void tools.host.delay(step.node.timeoutSeconds * 1000, done.signal).then(() => {
      if (!done.signal.aborted)
        abort.abort(
          new RunError("timeout", `${step.title} took longer than ${step.node.timeoutSeconds} s and was stopped.`),
        );
    });
  }
  try {
    return await step.definition.execute({
      config: step.config,
      inputs: values,
      labels,
      host: tools.gate.open(scope),
      signal: abort.signal,
      attached: step.attached,
    });
  } finally {
    done.abort();
    tools.signal.removeEventListener("abort", stop);
    await tools.gate.close(scope);
  }
}

async function succeed(
  step: PlanStep,
  key: string,
  result: Awaited<ReturnType<typeof attemptOnce>>,
  { inputs, control }: Gathered,
  tools: StepTools,
): Promise<void> {
  const base = joinedLabel(inputs.values());
  const output: Record<string, JsonValue> = {};
  const values = new Map<string, Labelled>();
  for (const [port, value] of Object.entries(result)) {
    if (value === undefined) continue;
    if (step.definition.outputs[port] === undefined)
      throw new RunError("bad-output", `${step.title} gave an output called ${port}, which it does not have.`);
    const carried = isLabelled(value) ? value : labelled(value, base);
    values.set(port, carried);
    output[port] = carried.data;
  }
  await recordEnd(step, key, "done", output, tools);
  const chosen = chosenBy(step, control, [base, ...[...values.values()].map(({ label }) => label)]);
  for (const edge of step.dataFrom) {
    const value = values.get(edge.from.port);
    if (value === undefined) {
      tools.edges.settle(edge, { state: "dead", control: chosen });
      continue;
    }
    await recordTaken(edge, key, tools);
    tools.edges.settle(edge, { state: "value", value, control: value.control ?? chosen });
  }
}

async function settleProblem(
  problem: unknown,
  step: PlanStep,
  key: string,
  attempt: number,
  tools: StepTools,
): Promise<StepEnd> {
  if (problem instanceof Suspended) return { end: "held" };
  if (problem instanceof Blocked)
    return { end: "blocked", guard: problem.guard, reply: problem.reply, sentence: problem.message };
  const error = asRunError(problem, step);
  if (error.code === "journal-mismatch" || error.code === "value-erased") throw error;
  await tools.journal.record({
    kind: "error",
    key: `${key}~${attempt}`,
    node: { id: step.node.id, type: step.node.type },
    actor: systemActor,
    attrs: { code: error.code, attempt },
    values: { sentence: error.message },
  });
  return { end: "failed", error };
}

function asRunError(problem: unknown, step: PlanStep): RunError {
  if (problem instanceof RunError) return problem;
  return new RunError("node-failed", `${step.title} failed.`, problem);
}

/** Settles the wires after an ending that brought no result; a wired `error` or `blocked` port handles it. */
async function finish(
  ending: StepEnd,
  step: PlanStep,
  key: string,
  control: Label,
  tools: StepTools,
): Promise<StepEnd> {
  if (ending.end === "held") {
    settleAll(step, tools.edges, { state: "held" });
    return ending;
  }
  if (ending.end === "failed" || ending.end === "blocked") {
    const status = ending.end === "failed" && ending.error.code === "stopped" ? "stopped" : ending.end;
    await recordEnd(step, key, status, {}, tools);
    const port = ending.end === "failed" ? "error" : "blocked";
    // An error may quote a tool, a model or the code of somebody; a fallback is the author's own words.
    const value =
      ending.end === "failed"
        ? labelled({ code: ending.error.code, sentence: ending.error.message }, { integrity: "untrusted", sources: [] })
        : labelled(ending.reply, authorLabel);
    const own = ending.end === "failed" || ending.guard === step.node.id;
    const handlers = own ? step.dataFrom.filter((edge) => edge.from.port === port) : [];
    const fallen = fallenBack(control, key);
    for (const edge of step.dataFrom) {
      if (!handlers.includes(edge)) tools.edges.settle(edge, { state: "dead", control: fallen });
    }
    for (const edge of handlers) {
      await recordTaken(edge, key, tools);
      tools.edges.settle(edge, { state: "value", value, control: fallen });
    }
    if (handlers.length > 0) return { end: "done" };
  }
  return ending;
}

async function recordEnd(
  step: PlanStep,
  key: string,
  status: "done" | "blocked" | "failed" | "stopped",
  output: JsonObject,
  tools: StepTools,
) {
  const node = { id: step.node.id, type: step.node.type };
  await tools.journal.record({
    kind: "node.end",
    key,
    node,
    actor: systemActor,
    attrs: { status, ports: Object.keys(output).sort() },
    values: { output },
  });
}

async function recordTaken(edge: PlanStep["dataFrom"][number], key: string, tools: StepTools): Promise<void> {
  await tools.journal.record({
    kind: "edge.taken",
    key: `${tools.turnKey}/${edge.id}`,
    parent: key,
    actor: systemActor,
    attrs: { edge: edge.id, from: edge.from.node, to: edge.to.node },
    values: {},
  });
}

function settleAll(step: PlanStep, edges: Edges, state: EdgeState): void {
  for (const edge of step.dataFrom) edges.settle(edge, state);
}

function plainInputs(inputs: Inputs): JsonObject {
  return Object.fromEntries([...inputs].map(([port, value]) => [port, value.data]));
}
