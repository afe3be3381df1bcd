import {
  equalJson,
  type JsonObject,
  type JsonValue,
  type LlmRequest,
  type NodeRegistry,
  type Flow,
  type RunEvent,
  type Tools,
} from "#engine";
import { createMemoryParts } from "#hosts/memory";
import { openWorkspace } from "#hosts/workspace";
import type { RawPorts } from "#monitor";
import { createScriptedModels, type ScriptedTurn } from "#providers";

/** One call of the script, with what the tool answered when it was recorded. */
export interface ScriptedCall {
  readonly tool: string;
  readonly args: JsonObject;
  readonly result: JsonValue;
}

export interface Stage {
  readonly registry: NodeRegistry;
  readonly flow: Flow;
  readonly ports: RawPorts;
  /** The day that the suite was recorded on, ISO; today where it does not say. */
  readonly day: string | undefined;
}

const speaker = { id: "user", name: "User", role: "user" };
const approver = { id: "approver", name: "Approver", role: "approver" };

/** Plays one request through the house: the model makes the calls one after the other, and a person approves whatever is asked. */
export async function play(
  { registry, flow, ports, day }: Stage,
  prompt: string,
  calls: readonly ScriptedCall[],
  answers: readonly (readonly number[])[],
): Promise<readonly RunEvent[]> {
  const models = createScriptedModels((request) => turn(request, calls, answers));
  const parts = createMemoryParts({ ...ports, models, tools: recordedTools(calls) }, clockFrom(day));
  const started = await (await openWorkspace(parts, registry)).start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  for await (const _ of session.send({ text: prompt, speaker }));
  for (let waiting = session.waiting(); waiting.length > 0; waiting = session.waiting()) {
    for (const request of waiting) {
      const decided = await session.decide(request, { by: approver, decision: "approve", comment: "" });
      if (!decided.ok) throw new Error(decided.sentence);
    }
    for await (const _ of session.resume());
  }
  const end = session.events().at(-1);
  if (end?.kind !== "turn.end") throw new Error(`A case did not end: ${end?.kind ?? "nothing"}.`);
  return session.events();
}

function clockFrom(day: string | undefined): { now?: () => number } {
  if (day === undefined) return {};
  const offset = Date.parse(day) - Date.now();
  return { now: () => Date.now() + offset };
}

/** The number of the model's answers so far says which one is next. */
function turn(
  { messages }: LlmRequest,
  calls: readonly ScriptedCall[],
  answers: readonly (readonly number[])[],
): ScriptedTurn {
  const next = answers[messages.filter(({ role }) => role === "assistant").length];
  if (next === undefined) return "Done.";
  const made = next.flatMap((at) => calls[at] ?? []);
  return { calls: made.map(({ tool, args }) => ({ tool, arguments: args })) };
}

/** Answers each call with what was recorded for it: the first one of that tool that is still unused, equal arguments first. */
function recordedTools(calls: readonly ScriptedCall[]): Tools {
  const unused = [...calls];
  return {
    async call(tool, args) {
      const isThis = (call: ScriptedCall): boolean => call.tool === tool;
      const isEqual = (call: ScriptedCall): boolean => isThis(call) && equalJson(call.args, args);
      const exact = unused.findIndex(isEqual);
      const at = exact === -1 ? unused.findIndex(isThis) : exact;
      const [found] = at === -1 ? [] : unused.splice(at, 1);
      return found === undefined
        ? { outcome: "failure", message: "Nothing was recorded for this call." }
        : { outcome: "success", result: found.result };
    },
  };
}
