import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Finding, Rule } from "../rule.ts";

/**
 * S13: a model was one of those that the run named when it began, and read nothing that came later or never was; and a recovery says
 * where the log stood and what had no answer.
 */
export function linkRule(): Rule {
  let models: ReadonlySet<string> = new Set();
  const brought = new Set<string>();
  const running = new Set<string>();
  /** What was read before it was there, and where. */
  const early = new Map<string, number>();
  const open = new Set<string>();

  function bring(event: RunEvent): Finding[] {
    if (!bringing.has(event.kind)) return [];
    brought.add(event.key);
    const step = early.get(event.key);
    return step === undefined ? [] : [fault(step, `a model read ${event.key}, which came only at step ${event.seq}`)];
  }

  /** A step's own values are read under its key, and nothing else records them. */
  function unknown(refs: readonly string[], step: number): string | undefined {
    return refs.map(sourceOf).find((ref) => {
      if (brought.has(ref)) return false;
      if (!early.has(ref)) early.set(ref, step);
      return !running.has(ref.slice(0, Math.max(0, ref.lastIndexOf("/"))));
    });
  }

  function request({ seq, attrs }: EventOf<"llm.request">): Finding[] {
    if (!models.has(attrs.model)) return [fault(seq, `the model ${attrs.model} was asked, which the run did not name`)];
    const missing = unknown(attrs.refs, seq);
    return missing === undefined ? [] : [fault(seq, `a model read ${missing}, which is nowhere before`)];
  }

  function recovery({ seq, attrs: { lastSeq, openIntents } }: EventOf<"run.recovered">): Finding[] {
    const isTrue = lastSeq === seq - 1 && openIntents.length === open.size && openIntents.every((key) => open.has(key));
    return isTrue ? [] : [fault(seq, "a recovery does not say where the run had stood")];
  }

  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "run.open")) models = new Set(event.attrs.models);
    if (isKind(event, "node.start")) running.add(event.key);
    if (isKind(event, "node.end")) running.delete(event.key);
    const late = bring(event);
    const found = isKind(event, "llm.request") ? request(event) : isKind(event, "run.recovered") ? recovery(event) : [];
    if (intents.has(event.kind)) open.add(event.key);
    if (answers.has(event.kind)) open.delete(event.key);
    return [...late, ...found];
  };
  return { step };
}

const bringing: ReadonlySet<string> = new Set([
  "message",
  "llm.response",
  "retrieval.result",
  "tool.result",
  "privilege.deny",
]);
const intents: ReadonlySet<string> = new Set(["llm.request", "guardrail.request", "tool.call", "sandbox.start"]);
const answers: ReadonlySet<string> = new Set(["llm.response", "guardrail.response", "tool.result", "sandbox.end"]);

/** The step that brought it: a part of what was found is no step of its own. */
function sourceOf(ref: string): string {
  return ref.replace(/#.*$/u, "");
}

function fault(step: number, what: string): Finding {
  return { code: "S13", step, message: `At step ${step}, ${what}.` };
}
