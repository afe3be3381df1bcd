import { canonicalize } from "../canonical.ts";
import type { JsonValue, TracedEvent } from "../event.ts";
import { finishReason, genAi, operationNames } from "./conventions.ts";
import type { Messages } from "./messages.ts";
import { attribute, measured, spanKinds, type KeyValue } from "./otlp.ts";

/** The events of one step key, by kind; of several of a kind, the last. */
export type Step = ReadonlyMap<string, TracedEvent>;

interface Told {
  readonly name: string;
  readonly kind?: number;
  readonly attributes: readonly KeyValue[];
}

interface Story {
  readonly conversation: string;
  readonly messages: Messages;
}

type Tell = (opening: TracedEvent, step: Step, story: Story) => Told;

/**
 * Which kinds begin a span, and how it is told. A step with several of them is what stands first here: a tool call, and not
 * the permission that led to it. Every other kind is an event of the span around it.
 */
const tells: Readonly<Record<string, Tell>> = {
  "run.open": (opening, step, { conversation }) => {
    const title = opening.values["flowTitle"];
    return {
      name: named(operationNames.workflow, title),
      attributes: [
        ...attribute(genAi.operation, operationNames.workflow),
        ...attribute(genAi.workflow, title),
        ...attribute(genAi.conversation, conversation),
        ...attribute("gatehouse.run.status", of(step, "run.close", "status")),
      ],
    };
  },
  "turn.start": ({ attrs }, step) => ({
    name: named("turn", attrs["turn"]),
    attributes: [
      ...attribute("gatehouse.turn.number", attrs["turn"]),
      ...attribute("gatehouse.turn.role", attrs["role"]),
      ...attribute("gatehouse.turn.status", of(step, "turn.end", "status")),
    ],
  }),
  "node.start": (opening, step, { conversation }) => tellNode(opening, step, conversation),
  "tool.call": tellTool,
  "llm.request": tellChat,
  "guardrail.request": ({ attrs }, step) => ({
    name: named(operationNames.chat, attrs["model"]),
    kind: spanKinds.client,
    attributes: [
      ...modelCall(attrs, step.get("guardrail.response")),
      ...attribute("gatehouse.guardrail.tier", attrs["tier"]),
    ],
  }),
  "retrieval.query": ({ values, attrs, node }, step) => {
    const documents = of(step, "retrieval.result", "documents");
    return {
      name: named(operationNames.retrieval, node?.id),
      attributes: [
        ...attribute(genAi.operation, operationNames.retrieval),
        ...attribute(genAi.retrievalQuery, values["query"]),
        ...attribute(genAi.retrievalDocuments, documentsText(documents)),
        ...attribute("gatehouse.retrieval.limit", attrs["limit"]),
      ],
    };
  },
  "sandbox.start": ({ attrs }, step) => ({
    name: named("sandbox", attrs["language"]),
    attributes: [
      ...attribute("gatehouse.sandbox.language", attrs["language"]),
      ...attribute("gatehouse.sandbox.outcome", of(step, "sandbox.end", "outcome")),
      ...measured("gatehouse.sandbox.cpu_ms", of(step, "sandbox.end", "cpuMs")),
    ],
  }),
  "approval.request": ({ attrs }, step) => ({
    name: named("approval", attrs["tool"]),
    attributes: [
      ...attribute(genAi.toolName, attrs["tool"]),
      ...attribute("gatehouse.approval.why", attrs["why"]),
      ...attribute(
        "gatehouse.approval.decision",
        step.has("approval.timeout") ? "timeout" : of(step, "approval.decision", "decision"),
      ),
    ],
  }),
  // What was found and what was done about it are two things: in observe mode nothing is.
  "guardrail.result": ({ attrs }) => ({
    name: named("guardrail", attrs["firewall"]),
    attributes: [
      ...attribute("gatehouse.guardrail.target.type", attrs["direction"]),
      ...attribute("gatehouse.guardrail.target.subtype", attrs["target"]),
      ...attribute("gatehouse.guardrail.target.ref", attrs["ref"]),
      ...attribute("gatehouse.guardrail.verdict", attrs["verdict"]),
      ...attribute("gatehouse.guardrail.mode", attrs["mode"]),
      ...measured("gatehouse.guardrail.risk.score", attrs["score"]),
      ...attribute("gatehouse.guardrail.risk.categories", attrs["categories"]),
    ],
  }),
  "privilege.request": ({ attrs }) => ({
    name: named("privilege", attrs["tool"]),
    attributes: [
      ...attribute(genAi.toolName, attrs["tool"]),
      ...attribute("gatehouse.privilege.decision", attrs["decision"]),
    ],
  }),
};

export const operations: ReadonlyMap<string, Tell> = new Map(Object.entries(tells));

function tellNode({ node }: TracedEvent, step: Step, conversation: string): Told {
  const status = attribute("gatehouse.node.status", of(step, "node.end", "status"));
  const type = attribute("gatehouse.node.type", node?.type);
  if (node?.type !== "agent")
    return {
      name: named("node", node?.type),
      attributes: [...attribute("gatehouse.node.id", node?.id), ...type, ...status],
    };
  return {
    name: named(operationNames.agent, node.id),
    attributes: [
      ...attribute(genAi.operation, operationNames.agent),
      ...attribute(genAi.agentId, node.id),
      ...attribute(genAi.conversation, conversation),
      ...attribute("gatehouse.node.id", node.id),
      ...type,
      ...status,
    ],
  };
}

function tellTool({ attrs, values }: TracedEvent, step: Step): Told {
  const result = step.get("tool.result")?.values["result"];
  return {
    name: named(operationNames.tool, attrs["tool"]),
    attributes: [
      ...attribute(genAi.operation, operationNames.tool),
      ...attribute(genAi.toolName, attrs["tool"]),
      ...attribute(genAi.toolType, "function"),
      ...attribute(genAi.toolCallId, attrs["callId"]),
      ...attribute(genAi.toolArguments, jsonText(values["arguments"])),
      ...attribute(genAi.toolResult, jsonText(result)),
      ...attribute("gatehouse.tool.effect", attrs["effect"]),
      ...attribute("gatehouse.tool.outcome", of(step, "tool.result", "outcome")),
    ],
  };
}

function tellChat(opening: TracedEvent, step: Step, { conversation, messages }: Story): Told {
  const { attrs, values } = opening;
  const response = step.get("llm.response");
  const { instructions } = values;
  const told = instructions === undefined ? undefined : canonicalize([{ type: "text", content: instructions }]);
  return {
    name: named(operationNames.chat, attrs["model"]),
    kind: spanKinds.client,
    attributes: [
      ...modelCall(attrs, response),
      ...attribute(genAi.conversation, conversation),
      ...attribute(genAi.instructions, told),
      ...attribute(genAi.inputMessages, messages.input(opening)),
      ...attribute(genAi.outputMessages, response && messages.output(response)),
      ...attribute("gatehouse.input.refs", attrs["refs"]),
    ],
  };
}

function modelCall(request: TracedEvent["attrs"], response: TracedEvent | undefined): KeyValue[] {
  const answer = response?.attrs ?? {};
  const reason = answer["finishReason"];
  return [
    ...attribute(genAi.operation, operationNames.chat),
    ...attribute(genAi.provider, request["provider"]),
    ...attribute(genAi.requestModel, request["model"]),
    ...attribute(genAi.responseModel, answer["model"]),
    ...attribute(genAi.finishReasons, typeof reason === "string" ? [finishReason(reason)] : undefined),
    ...attribute(genAi.inputTokens, answer["inputTokens"]),
    ...attribute(genAi.outputTokens, answer["outputTokens"]),
  ];
}

function named(what: string, which: JsonValue | undefined): string {
  return typeof which === "string" || typeof which === "number" ? `${what} ${which}` : what;
}

function of(step: Step, kind: string, attr: string): JsonValue | undefined {
  return step.get(kind)?.attrs[attr];
}

function jsonText(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : canonicalize(value);
}

function documentsText(documents: JsonValue | undefined): string | undefined {
  return Array.isArray(documents) ? canonicalize(documents.map((id) => ({ id }))) : undefined;
}
