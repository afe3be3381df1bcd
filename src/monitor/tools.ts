import { RunError, type GuardedTools, type StepScope, type ToolTurn } from "#engine";
import { visibleTools } from "#pillars/privileges";
import { toolsOf, type Desk } from "./desk.ts";
import { rulesFor } from "./rules.ts";
import { startCall, type ToolCall } from "./tool-call.ts";
import { toolCallChecks } from "./table.ts";

export function guardTools(scope: StepScope, desk: Desk): GuardedTools {
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
    async call(key, requested) {
      const pass = (): Promise<ToolTurn> => passChecks(startCall(`${scope.key}/${key}`, requested, scope, desk));
      const turn = desk.memory.calling.then(pass, pass);
      desk.memory.calling = turn.catch(() => undefined);
      return turn;
    },
  };
}

function stopped({ reason }: AbortSignal): RunError {
  return reason instanceof RunError ? reason : new RunError("stopped");
}

async function passChecks(call: ToolCall): Promise<ToolTurn> {
  for (const [, check] of toolCallChecks) {
    // Once the step is stopped nothing further of it is done, however many calls the model has asked for.
    if (call.scope.signal.aborted) throw stopped(call.scope.signal);
    const turn = await check(call);
    if (turn !== undefined) return turn;
  }
  throw new Error("A tool call passed every check without an answer.");
}
