import { RunError, Suspended, type GuardedTools, type StepScope, type ToolTurn } from "#engine";
import { visibleTools } from "#pillars/privileges";
import { toolsOf, type Desk } from "./desk.ts";
import { rulesFor } from "./rules.ts";
import { startCall, type ToolCall } from "./tool-call.ts";
import { toolCallChecks } from "./table.ts";

export function guardTools(scope: StepScope, desk: Desk): GuardedTools {
  // What ends one call of a step, ends those that stand behind it. A wait for a person does not.
  let end: { readonly problem: unknown } | undefined;
  return {
    async visible() {
      const { policySet } = await rulesFor(scope, desk);
      if (policySet === undefined) return [];
      const specs = [...toolsOf(scope).values()].map((each) => each.spec);
      return visibleTools(desk.raw.policy, policySet, specs, {
        agentId: scope.step.node.id,
        speaker: desk.turn.speaker,
      });
    },
    async call(key, requested, given = {}) {
      const callKey = `${scope.key}/${key}`;
      const arrive = (): Promise<void> => desk.journal.turnOf(callKey);
      return desk.memory.calling.enter(arrive, async (stepAside) => {
        if (end !== undefined) throw end.problem;
        try {
          return await passChecks(startCall(callKey, requested, scope, { ...desk, stepAside }, given));
        } catch (problem) {
          if (!(problem instanceof Suspended)) end ??= { problem };
          throw problem;
        }
      });
    },
  };
}

function stopped({ reason }: AbortSignal): RunError {
  return reason instanceof RunError ? reason : new RunError("stopped");
}

async function passChecks(call: ToolCall): Promise<ToolTurn> {
  for (const [name, check] of toolCallChecks) {
    // Once the step is stopped nothing further of it is done, however many calls the model has asked for. What the log
    // has of the call was done before the stop.
    if (call.scope.signal.aborted && !call.desk.journal.hasMoreOf(call.key)) throw stopped(call.scope.signal);
    const over = call.desk.raw.probe?.(name);
    const turn = await check(call).finally(over);
    if (turn !== undefined) return turn;
  }
  throw new Error("A tool call passed every check without an answer.");
}
