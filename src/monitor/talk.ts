import {
  atLeast,
  isKind,
  jsonToText,
  labelled,
  type ContextMessage,
  type Conversation,
  type GuardedKnowledge,
  type InlineFirewall,
  type JsonObject,
  type Label,
  type People,
  type StepScope,
} from "#engine";
import { conditionHolds } from "./gate-knowledge.ts";
import { approvalConfig, hundredths, type ApprovalConfig } from "#pillars/autonomy";
import { firewallPolicy, restore } from "#pillars/firewall";
import { z } from "zod";
import { askPerson } from "./approval.ts";
import { agentActor, nodeOf, type Desk } from "./desk.ts";
import { inspectValue } from "./inspection.ts";
import { openTurns } from "./open-turns.ts";
import { readOutside } from "./influence.ts";

/** What was said in this chat, from the log. */
export function openConversation(scope: StepScope, desk: Desk): Conversation {
  return {
    history() {
      const isOpen = openTurns(desk.journal.reached(), desk.turn.speaker);
      let hasRead = false;
      const said = desk.journal.reached().flatMap((event): ContextMessage[] => {
        hasRead ||= readOutside([event]);
        if (!isKind(event, "message") || !isOpen(event.key) || event.key.startsWith(`${desk.turn.key}/`)) return [];
        const content = event.values.content;
        if (content === undefined) return [];
        return event.attrs.role === "user" ? [spoken(event.key, content)] : [answered(event.key, content, hasRead)];
      });
      return newest(said);
    },
    current: () => spoken(`${desk.turn.key}/in`, desk.turn.text),
    async say(suffix, reply) {
      const last = desk.memory.lastAnswer;
      const fromModel = last !== undefined && reply.text.label.sources.length > 0;
      await desk.journal.record({
        kind: "message",
        key: `${scope.key}/${suffix}`,
        parent: scope.key,
        node: nodeOf(scope),
        actor: agentActor(scope),
        attrs: { role: "assistant", provider: fromModel ? last.provider : "", aiModel: fromModel && last.aiModel },
        values: {
          content: restore(jsonToText(reply.text.data), desk.memory.placeholders),
          sources: reply.sources.length > 0 ? [...reply.sources] : fromModel ? [...last.sources] : [],
          options: [...reply.options],
        },
      });
    },
  };
}

/** What a model is told of a long chat: a request names each message in one line of the log (16 KiB). */
const mostMessages = 60;
const mostCharacters = 60_000;

/** The newest messages that fit, whole, from one of the person's on: a talk that opens with an answer some models refuse. */
function newest(said: readonly ContextMessage[]): readonly ContextMessage[] {
  let characters = 0;
  const tooOld = said.findLastIndex(({ message }, at) => {
    characters += message.role === "tool" ? 0 : message.text.length;
    return said.length - at > mostMessages || characters > mostCharacters;
  });
  const kept = said.slice(tooOld + 1);
  const opening = kept.findIndex(({ message }) => message.role === "user");
  return opening === -1 ? [] : kept.slice(opening);
}

function spoken(ref: string, words: string): ContextMessage {
  return { ref, from: "user", label: { integrity: "user", sources: [ref] }, message: { role: "user", text: words } };
}

/** An earlier answer is worth what the chat had read until then: of a clean chat it is made of the person's words. */
function answered(ref: string, words: string, hasRead: boolean): ContextMessage {
  return {
    ref,
    from: "model",
    label: { integrity: hasRead ? "untrusted" : "user", sources: [ref] },
    message: { role: "assistant", text: words, toolCalls: [] },
  };
}

const knowledgeConfig = z.object({ documents: z.array(z.string()).default([]) });

/** Search over the documents that the flow carries and the attached Knowledge node names. */
export function guardKnowledge(scope: StepScope, desk: Desk): GuardedKnowledge {
  return {
    async search(suffix, query, limit) {
      const key = `${scope.key}/${suffix}`;
      const attached = scope.step.attached.find((each) => each.kind === "knowledge");
      const { documents } = knowledgeConfig.parse(attached?.config ?? {});
      await desk.journal.record({
        kind: "retrieval.query",
        key,
        parent: scope.key,
        node: nodeOf(scope),
        actor: agentActor(scope),
        attrs: { limit },
        values: { query },
      });
      const searched =
        attached === undefined
          ? []
          : desk.plan.flow.documents.filter((each) => documents.length === 0 || documents.includes(each.id));
      const found = desk.raw.search(searched, query, limit);
      const passages = found.map((passage, at) => ({ ...passage, ref: `${key}#${at}` }));
      await desk.journal.record({
        kind: "retrieval.result",
        key,
        parent: key,
        node: nodeOf(scope),
        actor: { type: "system", ref: "knowledge" },
        attrs: { documents: [...new Set(found.map((each) => each.documentId))] },
        values: { passages: passages.map(({ documentId, title, text, ref }) => ({ documentId, title, text, ref })) },
      });
      return passages;
    },
  };
}

/** Inline gates: the same approval, about a value on a wire. */
export function guardPeople(scope: StepScope, desk: Desk): People {
  return {
    async decide(suffix, ask) {
      const gate = approvalConfig.parse(ask.config);
      if (!inlineNeeds(gate, ask))
        return { decision: "approved", value: ask.value, by: "the rule of the gate", isAsked: false };
      const answer = await askPerson(
        {
          key: `${scope.key}/${suffix}`,
          tool: "",
          requester: desk.turn.speaker.id,
          roles: gate.approvers,
          waitMinutes: gate.waitMinutes,
          remindMinutes: gate.remindMinutes,
          // Two people have to approve one and the same thing.
          allowEdit: gate.allowEdit && gate.people === 1,
          people: gate.people,
          escalation: gate.onTimeout.kind === "escalate" ? gate.onTimeout : undefined,
          why: "gate",
          parent: scope.key,
        },
        {
          arguments: ask.value,
          origins: {},
          sentence: ask.sentence,
          rule: "The approval gate in the flow asks a person.",
          checks: [],
        },
        scope,
        desk,
      );
      return answer.outcome === "approved"
        ? { decision: "approved", value: answer.edited ?? ask.value, by: answer.by, isAsked: true }
        : { decision: "denied", reason: answer.reason };
    },
    async handOff(suffix, to, sentence) {
      await desk.journal.record({
        kind: "handoff",
        key: `${scope.key}/${suffix}`,
        parent: scope.key,
        node: nodeOf(scope),
        actor: agentActor(scope),
        attrs: { to },
        values: { sentence },
      });
    },
  };
}

/**
 * A gate on a wire has no tool, so a rule about risky tools or known targets always asks; so does an amount or a condition
 * that cannot be read.
 */
function inlineNeeds(gate: ApprovalConfig, ask: { value: JsonObject; label: Label }): boolean {
  switch (gate.when.kind) {
    case "outside":
    case "contents":
    case "influenced":
      return !atLeast(ask.label.integrity, "resolved");
    case "amount": {
      const amount = hundredths(ask.value[gate.when.argument] ?? null);
      return amount === undefined || amount > gate.when.above * 100;
    }
    case "condition":
      return conditionHolds(gate.when.condition, ask.value) !== false;
    default:
      return true;
  }
}

/** A firewall that stands in a wire: it is its own guard. */
export function guardInline(scope: StepScope, desk: Desk): InlineFirewall {
  return {
    async inspect(suffix, value, direction, config) {
      const firewall = { nodeId: scope.step.node.id, policy: firewallPolicy.parse(config) };
      const from = direction === "output" ? "model" : value.label.integrity === "untrusted" ? "tool" : "user";
      const data = await inspectValue(
        value.data,
        { ref: `${scope.key}/${suffix}`, from, direction },
        firewall,
        scope,
        desk,
      );
      return labelled(data, value.label);
    },
  };
}
