import { isKind, type EventOf } from "#engine";
import { mayRead, type Readers } from "#pillars/autonomy";
import type { Finding, Rule, RunFacts } from "../rule.ts";

/**
 * S12: what only some may read is told to no model that speaks to somebody else, neither the answer itself nor what was said in its
 * turn, and leaves the house only after a person has decided.
 */
export function readerRule({ ahead }: RunFacts): Rule {
  const limited = new Map<string, Readers[]>();
  let turn: EventOf<"turn.start"> | undefined;
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "turn.start")) turn = event;
    if (isKind(event, "tool.result") && event.attrs.readers !== undefined) {
      const [key = ""] = event.key.split("/", 1);
      limited.set(key, [...(limited.get(key) ?? []), event.attrs.readers]);
    }
    if (isKind(event, "llm.request") && turn !== undefined) {
      const speaker = { id: turn.actor.ref, role: turn.attrs.role };
      const isClosed = (ref: string): boolean =>
        (limited.get(ref.split("/", 1)[0] ?? "") ?? []).some((readers) => !mayRead(readers, speaker));
      if (event.attrs.refs.some(isClosed)) return [told(event.seq)];
    }
    const isLeaving = isKind(event, "tool.call") && event.attrs.readers !== undefined && ahead.isAnswered(event.key);
    return isLeaving && event.attrs.approvalId === undefined ? [left(event.seq, event.attrs.tool)] : [];
  };
  return { step };
}

function told(step: number): Finding {
  return { code: "S12", step, message: `At step ${step}, a model was told what the person who speaks may not read.` };
}

function left(step: number, tool: string): Finding {
  const message = `At step ${step}, ${tool} let out what only some may read, and no person was asked.`;
  return { code: "S12", step, message };
}
