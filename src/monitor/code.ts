import {
  jsonObject,
  jsonToText,
  RunError,
  Suspended,
  type CodeResult,
  type GuardedCode,
  type JsonValue,
  type RunEvent,
  type StepScope,
} from "#engine";
import { chargeBudget, timed } from "./budget.ts";
import { nodeOf, toolsOf, type Desk } from "./desk.ts";
import { guardTools } from "./tools.ts";

/** Code: limits -> policy -> sandbox with only the granted tools -> output limits. Its clock and its dice are the log's. */
export function guardCode(scope: StepScope, desk: Desk): GuardedCode {
  return {
    async run(suffix, request) {
      const key = `${scope.key}/${suffix}`;
      await chargeBudget({ kind: "step", depth: 1 }, key, scope, desk);
      const tools = [...toolsOf(scope).keys()];
      const seed = seedOf(desk.raw.digest(`${desk.journal.runId} ${key}`));
      const started = await desk.journal.record({
        kind: "sandbox.start",
        key,
        parent: scope.key,
        node: nodeOf(scope),
        actor: { type: "system", ref: "sandbox" },
        attrs: {
          language: request.language,
          timeMs: request.limits.timeMs,
          memoryBytes: request.limits.memoryBytes,
          now: desk.journal.now(),
          seed,
          tools,
        },
        values: { code: request.source, input: request.input },
      });
      const before = await desk.journal.answer("sandbox.end", key);
      if (before !== undefined) return resultOf(before);
      const calls = guardTools(scope, desk);
      let count = 0;
      let suspended: Suspended | undefined;
      const call = async (tool: string, argument: JsonValue): Promise<JsonValue> => {
        const args = jsonObject.safeParse(argument);
        if (!args.success) throw new Error("A tool takes an object.");
        count += 1;
        try {
          const turn = await calls.call(`${suffix}.c${count}`, { callId: `c${count}`, tool, arguments: args.data });
          if (turn.outcome !== "success")
            throw new Error(jsonToText(Object.values(jsonObject.parse(turn.result.data))[0] ?? turn.outcome));
          return turn.result.data;
        } catch (problem) {
          if (problem instanceof Suspended) suspended = problem;
          throw problem;
        }
      };
      const result = await timed(
        (signal) =>
          desk.raw.code.run(
            { ...request, now: started.event.attrs.now, seed: started.event.attrs.seed, tools, call },
            signal,
          ),
        key,
        scope,
        desk,
      );
      // Nothing is recorded of a run that waits for a person: with the decision it runs again, on the same clock and dice.
      if (suspended !== undefined) throw suspended;
      const { event } = await desk.journal.record({
        kind: "sandbox.end",
        key,
        parent: key,
        node: nodeOf(scope),
        actor: { type: "system", ref: "sandbox" },
        attrs: { outcome: result.outcome, cpuMs: result.cpuMs, memoryBytes: result.memoryBytes, calls: result.calls },
        values: {
          logs: [...result.logs],
          ...(result.value === undefined ? {} : { output: result.value }),
          ...(result.error === undefined ? {} : { sentence: result.error }),
        },
      });
      return resultOf(event);
    },
  };
}

function resultOf(event: Extract<RunEvent, { kind: "sandbox.end" }>): CodeResult {
  const { outcome, cpuMs, memoryBytes, calls } = event.attrs;
  const { output, sentence, logs } = event.values;
  const words = outcomes.find((each) => each === outcome);
  if (words === undefined) throw new RunError("journal-mismatch");
  return {
    outcome: words,
    cpuMs,
    memoryBytes,
    calls,
    logs: logs ?? [],
    ...(output === undefined ? {} : { value: output }),
    ...(sentence === undefined ? {} : { error: sentence }),
  };
}

const outcomes = ["value", "error", "timeout", "memory", "output-limit", "denied", "crashed"] as const;

function seedOf(digest: string): number {
  let seed = 0;
  for (const character of digest.slice(0, 8)) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}
