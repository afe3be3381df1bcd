import { atLeast } from "#engine";
import {
  type TracedArguments,
  checkSinks,
  confidenceOf,
  isConsequential,
  resolveHandles,
  traceArguments,
} from "#pillars/autonomy";
import { chargeBudget } from "../budget.ts";
import { claimDay } from "../day-claim.ts";
import { toolsOf } from "../desk.ts";
import { controlOf } from "../influence.ts";
import { callHashOf } from "../recall-usage.ts";
import { answeredTo, traceContext } from "../seen.ts";
import { specOf, type Check, type ToolCall } from "../tool-call.ts";
import { argumentsProblem } from "./arguments.ts";
import { deny } from "./deny.ts";
import { addressProblem } from "./remote.ts";

/** What a wire brings or the author wrote is worth that much at least, where no model has had it in hand. */
function withGiven({ given, scope }: ToolCall, traced: TracedArguments): TracedArguments {
  if (scope.step.definition.needs.includes("llm")) return traced;
  return Object.fromEntries(
    Object.entries(traced).map(([path, argument]) => {
      const [name = path] = path.split(".", 1);
      const label = Object.hasOwn(given, name) ? given[name] : undefined;
      if (
        label === undefined ||
        !atLeast(label.integrity, "user") ||
        atLeast(argument.label.integrity, label.integrity)
      )
        return [path, argument];
      const kind = label.integrity === "author" ? "author" : "user";
      return [path, { label, origin: { kind, title: kind === "author" ? "written in the flow" : "your message" } }];
    }),
  );
}

/** A branch taken on the word of outside text lowers what follows it, whoever gave the arguments. */
const chosenOutside = "That this step runs at all was decided by text from outside.";

/** Limits: the call is counted before anything else looks at it. */
export const countCall: Check = async (call) => {
  const callHash = callHashOf(call.requested.tool, call.requested.arguments, call.desk.raw.digest);
  const title = toolsOf(call.scope).get(call.requested.tool)?.spec.title;
  await chargeBudget(
    { kind: "tool-call", tool: call.requested.tool, callHash },
    call.key,
    call.scope,
    call.desk,
    title,
  );
  await claimDay({ kind: "tool-call" }, call.key, call.scope, call.desk);
  return undefined;
};

/** A tool that does not hang on the step does not exist for it, what the model points at is put in its place, and arguments must be what the tool says it takes. */
export const requireTool: Check = async (call) => {
  call.tool = toolsOf(call.scope).get(call.requested.tool);
  if (call.tool === undefined) return deny(call, "unknown-tool", "This step has no such tool.");
  const resolved = resolveHandles(call.args, answeredTo(call.scope, call.desk));
  if (!resolved.ok) return deny(call, "bad-handle", resolved.sentence);
  call.args = resolved.args;
  call.places = resolved.places;
  const problem = argumentsProblem(call.tool.spec.inputSchema, call.args) ?? addressProblem(call.tool.spec, call.args);
  return problem === undefined ? undefined : deny(call, "bad-arguments", problem);
};

/** Provenance: where did each argument come from? */
export const traceProvenance: Check = async (call) => {
  const context = traceContext(call.desk);
  call.traced = withGiven(call, traceArguments(call.args, context, call.places));
  const verdict = checkSinks(specOf(call), call.args, call.traced, context);
  const doubts = verdict.outcome === "ok" ? [] : verdict.problems.map((problem) => problem.sentence);
  const isChosenOutside = isConsequential(specOf(call)) && controlOf(call).integrity === "untrusted";
  const { problems, readers } = confidenceOf(specOf(call), call.args, call.traced, context);
  call.confidential = readers;
  call.doubts = [
    ...doubts,
    ...(isChosenOutside ? [chosenOutside] : []),
    ...problems.map((problem) => problem.sentence),
  ];
  return undefined;
};
