import {
  codeOutcomes,
  jsonObject,
  jsonToText,
  RunError,
  sortedJson,
  type CodeReads,
  type CodeResult,
  type GuardedCode,
  type JsonValue,
  type RunEvent,
  type StepScope,
} from "#engine";
import { engineOf } from "#pillars/sandbox";
import { chargeBudget, timed } from "./budget.ts";
import { claimDay } from "./day-claim.ts";
import { nodeOf, toolsOf, type Desk } from "./desk.ts";
import { orAborted } from "./patience.ts";
import { recallCalls } from "./recall.ts";
import { notAdopted, requireAdopted, unadopted, type CodeText } from "./adoption.ts";
import { guardTools } from "./tools.ts";

/**
 * Code of a step: limits -> adopted -> policy -> sandbox with only the granted tools -> output limits. Its clock and its dice
 * are the log's.
 */
export function guardCode(scope: StepScope, desk: Desk): GuardedCode {
  return guard(scope, desk, (code) => requireAdopted(code, desk));
}

/** The same for the code of one call, which was judged as a call: it is nobody's to adopt. */
export function guardWrittenCode(scope: StepScope, desk: Desk): GuardedCode {
  return guard(scope, desk, async () => true);
}

function guard(scope: StepScope, desk: Desk, isAdopted: (code: CodeText) => Promise<boolean>): GuardedCode {
  return {
    async run(suffix, request) {
      const key = `${scope.key}/${suffix}`;
      await chargeBudget({ kind: "step", depth: 1 }, key, scope, desk);
      await claimDay({ kind: "code" }, key, scope, desk);
      const tools = [...toolsOf(scope).keys()];
      const engine = engineOf(request);
      const seed = seedOf(desk.raw.digest(`${desk.journal.runId} ${key}`));
      const started = await desk.journal.record({
        kind: "sandbox.start",
        key,
        parent: scope.key,
        node: nodeOf(scope),
        actor: { type: "system", ref: "sandbox" },
        attrs: {
          language: request.language,
          ...(engine === undefined ? {} : { engine }),
          timeMs: request.limits.timeMs,
          memoryBytes: request.limits.memoryBytes,
          now: desk.journal.now(),
          seed,
          tools,
          ...(request.reads === undefined ? {} : { reads: readsOf(request.reads) }),
        },
        values: { code: request.source, input: request.input },
      });
      if (desk.journal.holds("sandbox.end", key)) {
        // The calls that the code made are not made again, but what they used up and brought is known as if they were.
        recallCalls(await desk.journal.adopt(`${key}.c`), desk);
        const before = await desk.journal.answer("sandbox.end", key);
        if (before !== undefined) return resultOf(before);
      }
      if (!(await isAdopted(request))) return recordEnd(notAdopted(scope), key, scope, desk);
      const calls = guardTools(scope, desk);
      let count = 0;
      // Code may catch what a call throws. What ends a step (a limit, a stop, a wait for a person) ends it all the same.
      const end = new AbortController();
      const call = async (tool: string, argument: JsonValue): Promise<JsonValue> => {
        if (end.signal.aborted) throw new Error("The code has been ended.");
        const args = jsonObject.safeParse(argument);
        if (!args.success) throw new Error("A tool takes an object.");
        count += 1;
        try {
          const turn = await calls.call(`${suffix}.c${count}`, { callId: `c${count}`, tool, arguments: args.data });
          if (turn.outcome === "success") return turn.result.data;
          throw new Refused(jsonToText(Object.values(jsonObject.parse(turn.result.data))[0] ?? turn.outcome));
        } catch (problem) {
          if (!(problem instanceof Refused)) end.abort(problem);
          throw problem;
        }
      };
      const result = await timed(
        (signal) =>
          orAborted(
            desk.raw.code.run(
              { ...request, now: started.event.attrs.now, seed: started.event.attrs.seed, tools, call },
              signal,
            ),
            signal,
          ),
        key,
        scope,
        desk,
      );
      // Nothing is recorded of a run that waits for a person: with the decision it runs again, on the same clock and dice.
      if (end.signal.aborted) throw end.signal.reason;
      return recordEnd(result, key, scope, desk);
    },
  };
}

/** How a run ended, with one way that only the gate knows. */
type Ending = Omit<CodeResult, "outcome"> & { readonly outcome: CodeResult["outcome"] | typeof unadopted };

async function recordEnd(ending: Ending, key: string, scope: StepScope, desk: Desk): Promise<CodeResult> {
  const { outcome, cpuMs, memoryBytes, calls } = ending;
  const { event } = await desk.journal.record({
    kind: "sandbox.end",
    key,
    parent: key,
    node: nodeOf(scope),
    actor: { type: "system", ref: "sandbox" },
    attrs: { outcome, cpuMs, memoryBytes, calls },
    values: valuesOf(ending),
  });
  return resultOf(event);
}

function valuesOf({ logs, value, error, columns }: Ending) {
  return {
    logs: [...logs],
    ...(value === undefined ? {} : { output: sortedJson(value) }),
    ...(error === undefined ? {} : { sentence: error }),
    ...(columns === undefined ? {} : { columns: [...columns] }),
  };
}

function readsOf(reads: CodeReads): Record<string, { columns?: string[] }> {
  const each = Object.entries(reads);
  return Object.fromEntries(
    each.map(([table, columns]) => [table, columns === "all" ? {} : { columns: [...columns] }]),
  );
}

/** A call's ordinary answer that is no success, told to the code as an error. */
class Refused extends Error {}

function resultOf(event: Extract<RunEvent, { kind: "sandbox.end" }>): CodeResult {
  const { outcome, cpuMs, memoryBytes, calls } = event.attrs;
  const { output, sentence, logs, columns } = event.values;
  if (outcome === unadopted) throw new RunError("code-not-adopted", sentence);
  const words = codeOutcomes.find((each) => each === outcome);
  if (words === undefined) throw new RunError("journal-mismatch");
  return {
    outcome: words,
    cpuMs,
    memoryBytes,
    calls,
    logs: logs ?? [],
    ...(output === undefined ? {} : { value: output }),
    ...(sentence === undefined ? {} : { error: sentence }),
    ...(columns === undefined ? {} : { columns }),
  };
}

function seedOf(digest: string): number {
  let seed = 0;
  for (const character of digest.slice(0, 8)) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}
