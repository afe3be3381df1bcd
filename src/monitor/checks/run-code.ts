import { codeLimits, type JsonValue, type ToolOutcome } from "#engine";
import { specOf, type ToolCall } from "../tool-call.ts";

/**
 * Code that a model has written, run as a tool of its step. The call was allowed like any other; what the code does with
 * tools passes the gate once more, call by call, each with its own rule, grant and approval. Where one of them has to wait for a
 * person the whole waits, and with the decision the code runs again on what the log holds, to the same calls.
 */
export async function runWrittenCode(call: ToolCall): Promise<ToolOutcome> {
  const { desk, scope, key, args } = call;
  const { runsCode, name } = specOf(call);
  const source = args["code"];
  if (runsCode === undefined || typeof source !== "string") return { outcome: "failure", message: "There is no code." };
  const suffix = `${key.slice(scope.key.length + 1)}.code`;
  // The calls that the code makes come one at a time like all others, so this one lets them go first.
  const ran = await desk.stepAside(() =>
    desk
      .code({ ...scope, step: withoutTool(scope.step, name) }, desk)
      .run(suffix, { language: "javascript", source, input: null, limits: codeLimits.parse(runsCode) }),
  );
  if (ran.outcome !== "value" || ran.value === undefined)
    return { outcome: "failure", message: ran.error ?? "The code gave no value." };
  const result: JsonValue = { value: ran.value, ...(ran.logs.length > 0 && { log: [...ran.logs] }) };
  return { outcome: "success", result };
}

/** Code may not start code. */
function withoutTool(step: ToolCall["scope"]["step"], name: string): ToolCall["scope"]["step"] {
  const attached = step.attached.map((each) => ({ ...each, tools: each.tools.filter((tool) => tool.name !== name) }));
  return { ...step, attached };
}
