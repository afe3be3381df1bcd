/**
 * The names under which telemetry tools know what an AI application does: OpenTelemetry's semantic conventions for
 * generative AI, all of them still "Development", as they stood at `commit`. A name that is not in this file is our own
 * and starts with `gatehouse.`; the conventions have none yet for guardrails, approvals and privileges.
 */
export const conventions = {
  source: "open-telemetry/semantic-conventions-genai",
  commit: "002c8a6ea1c8a42b14a4527db83b3cabcded610a",
} as const;

export const operationNames = {
  workflow: "invoke_workflow",
  agent: "invoke_agent",
  chat: "chat",
  tool: "execute_tool",
  retrieval: "retrieval",
} as const;

export const genAi = {
  operation: "gen_ai.operation.name",
  provider: "gen_ai.provider.name",
  conversation: "gen_ai.conversation.id",
  workflow: "gen_ai.workflow.name",
  agentId: "gen_ai.agent.id",
  requestModel: "gen_ai.request.model",
  responseModel: "gen_ai.response.model",
  finishReasons: "gen_ai.response.finish_reasons",
  inputTokens: "gen_ai.usage.input_tokens",
  outputTokens: "gen_ai.usage.output_tokens",
  instructions: "gen_ai.system_instructions",
  inputMessages: "gen_ai.input.messages",
  outputMessages: "gen_ai.output.messages",
  toolName: "gen_ai.tool.name",
  toolCallId: "gen_ai.tool.call.id",
  toolType: "gen_ai.tool.type",
  toolArguments: "gen_ai.tool.call.arguments",
  toolResult: "gen_ai.tool.call.result",
  retrievalQuery: "gen_ai.retrieval.query.text",
  retrievalDocuments: "gen_ai.retrieval.documents",
} as const;

/** From the general conventions, where these are stable. */
export const general = {
  errorType: "error.type",
  serviceName: "service.name",
  serviceVersion: "service.version",
} as const;

const finishReasons: Readonly<Record<string, string>> = {
  "tool-calls": "tool_call",
  "content-filter": "content_filter",
};

/** The conventions write some of the reasons why a model stopped in their own way. */
export function finishReason(recorded: string): string {
  return Object.hasOwn(finishReasons, recorded) ? (finishReasons[recorded] ?? recorded) : recorded;
}
