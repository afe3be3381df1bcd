import { asGateFactory, isKind, type GateContext, type GateFactory, type Needs, type StepScope } from "#engine";
import { expire, noGrants, revoke } from "#pillars/privileges";
import { guardCode, guardWrittenCode } from "./code.ts";
import type { Desk, Memory } from "./desk.ts";
import { guardLlm } from "./llm.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import type { RawPorts } from "./raw-ports.ts";
import { recall, rememberWords } from "./seen.ts";
import { guardInline, guardKnowledge, guardPeople, openConversation } from "./talk.ts";
import { guardTools } from "./tools.ts";
import { waitingRequests } from "./decide.ts";
import { recallUse, specsOf } from "./recall.ts";

/** The one gate: what a step gets of the world, behind every check. There is no other way from a node to an effect. */
export function createMonitor(raw: RawPorts): GateFactory {
  return asGateFactory((context) => {
    const desk: Desk = {
      ...context,
      raw,
      memory: openMemory(context, raw),
      code: guardWrittenCode,
      stepAside: (wait) => wait(),
    };
    return {
      open: (scope): Needs => ({
        llm: guardLlm(scope, desk),
        tools: guardTools(scope, desk),
        code: guardCode(scope, desk),
        knowledge: guardKnowledge(scope, desk),
        people: guardPeople(scope, desk),
        firewall: guardInline(scope, desk),
        conversation: openConversation(scope, desk),
      }),
      close: (scope) => endGrants(scope, desk),
    };
  });
}

function openMemory(context: GateContext, raw: RawPorts): Memory {
  const memory: Memory = {
    grants: noGrants,
    placeholders: [],
    usage: new Map(),
    passed: new Map(),
    opinions: new Map(),
    seen: [],
    denials: [],
    unsettled: [],
    policies: new Map(),
    foreseen: new Map(),
    calling: createOneAtATime(),
    outsideText: false,
    lastAnswer: undefined,
  };
  const { key: turn } = context.turn;
  const inside = `${turn}/`;
  const before = context.journal.reached().filter(({ key }) => key !== turn && !key.startsWith(inside));
  const specs = specsOf(context);
  for (const event of before) if (isKind(event, "guardrail.response")) memory.opinions.set(event.key, event);
  recall(memory, before, specs, context.turn.speaker);
  recallUse(memory, before, context, specs, raw.digest);
  rememberWords(memory, `${context.turn.key}/in`, context.turn.text);
  return memory;
}

/** The end of a step takes back what it was given and has not used. One that waits for a person has not ended. */
async function endGrants(scope: StepScope, desk: Desk): Promise<void> {
  if (waitingRequests(desk.journal.reached()).some(({ key }) => key.startsWith(`${scope.key}/`))) return;
  const { table, expired } = expire(desk.memory.grants, desk.journal.now());
  desk.memory.grants = table;
  for (const grant of expired) await recordEnd("privilege.expire", grant.grantId, desk);
  const left = desk.memory.grants.filter(
    (grant) => grant.stepKey === scope.key && grant.ended === undefined && grant.usesLeft > 0,
  );
  desk.memory.grants = revoke(desk.memory.grants, { runId: desk.journal.runId, stepKey: scope.key });
  for (const grant of left) await recordEnd("privilege.revoke", grant.grantId, desk);
}

async function recordEnd(kind: "privilege.expire" | "privilege.revoke", grantId: string, desk: Desk): Promise<void> {
  await desk.journal.record({
    kind,
    key: grantId,
    parent: grantId,
    actor: { type: "system", ref: "monitor" },
    attrs: { grantId },
    values: {},
  });
}
