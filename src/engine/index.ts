/**
 * The engine: flows, nodes, verification, runs. Pure: it has no platform; what a run needs from one comes through RunHost
 * and the gate that the monitor makes.
 */
export {
  equalJson,
  isJsonArray,
  isJsonObject,
  jsonObject,
  jsonToText,
  jsonValue,
  type JsonObject,
  type JsonValue,
} from "./value/json.ts";
export {
  atLeast,
  authorLabel,
  integrity,
  integrityLevels,
  joinLabels,
  label,
  type Integrity,
  type Label,
} from "./value/label.ts";
export { joinedLabel, labelled, type Labelled } from "./value/labelled.ts";

export type {
  FinishReason,
  LlmDocument,
  LlmMessage,
  LlmPart,
  LlmRequest,
  LlmToolCall,
  LlmUsage,
  ModelInfo,
  Models,
} from "./port/llm.ts";
export {
  argumentRole,
  argumentRoles,
  fieldOrigins,
  toolEffect,
  toolEffects,
  type CallStanding,
  type ArgumentRole,
  type FieldOrigin,
  type Speaker,
  type ToolContext,
  type ToolEffect,
  type ToolOutcome,
  type Tools,
  type ToolSpec,
  type RowWork,
  rowWorks,
} from "./port/tool.ts";
export {
  httpMethods,
  type HttpMethod,
  type RemoteCall,
  type RemoteEndpoint,
  type RemoteRequest,
} from "./port/remote.ts";
export {
  codeLanguage,
  codeLanguages,
  pythonLibrary,
  type CodeLanguage,
  type PythonLibrary,
} from "./port/code-language.ts";
export {
  codeLimits,
  codeOutcomes,
  codeReads,
  type CodeLimits,
  type CodeReads,
  type CodeRequest,
  type CodeResult,
  type CodeRunner,
} from "./port/code.ts";

export {
  CURRENT_FLOW_VERSION,
  emptyFlow,
  flow,
  flowDocument,
  flowEdge,
  flowNode,
  flowSample,
  flowSpeaker,
  type Flow,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
} from "./flow/flow.ts";
export { parseFlow, type ParsedFlow } from "./flow/migrations.ts";
export { applyEdits, freshId, type EditOperation } from "./flow/edit.ts";

export {
  defineNode,
  nodeGroups,
  type Attached,
  type ConfigRemark,
  type NodeDefinition,
  type NodeGroup,
  type OutputValues,
  type RunContext,
} from "./node/define-node.ts";
export type {
  ContextMessage,
  Conversation,
  Decision,
  GuardedCode,
  GuardedKnowledge,
  GuardedLlm,
  GuardedTools,
  InlineFirewall,
  LlmStep,
  LlmTurn,
  Need,
  Needs,
  Passage,
  People,
  ToolTurn,
} from "./node/needs.ts";
export * as port from "./node/ports.ts";
export {
  attachKinds,
  dataTypes,
  fits,
  type AttachKind,
  type DataPort,
  type DataType,
  type Socket,
} from "./node/ports.ts";
export { createRegistry, migratedConfig, type NodeRegistry } from "./node/registry.ts";

export { verify } from "./verify/verify.ts";
export { compile, type Compiled, type Plan, type PlanStep } from "./verify/compile.ts";
export { findingCodes, type Finding, type FindingCode, type Fix } from "./verify/finding.ts";
export { draw, type Drawing, type DrawnNode } from "./verify/drawing.ts";
export { refuseWire } from "./verify/wires.ts";

export { conditionProblem, judgeCondition, type Judged } from "./expression/condition.ts";
export { renderTemplate, templateProblem, type Rendered } from "./expression/template.ts";

export {
  answerKinds,
  decisions,
  eventSchemas,
  origin,
  recoveryKinds,
  turnStatuses,
  verdicts,
  volatileAttrs,
  type EventKind,
  type Origin,
} from "./run/event-kinds.ts";
export {
  isEventKind,
  isKind,
  parseRunEvent,
  systemActor,
  type Actor,
  type EventDraft,
  type EventOf,
  type Progress,
  type RunEvent,
} from "./run/events.ts";
export { Blocked, NoAnswer, RunError, runErrorCodes, Suspended, type RunErrorCode } from "./run/errors.ts";
export { createJournal, type EventSink, type Journal, type JournalOptions, type Recorded } from "./run/journal.ts";
export {
  asGateFactory,
  type Gate,
  type GateContext,
  type GateFactory,
  type RunHost,
  type StepScope,
  type Turn,
  type TurnInput,
} from "./run/host.ts";
export { sortedJson, sortedObject } from "./value/json.ts";
export { valueProblem, type Bounds } from "./value/bounds.ts";
export { createStream } from "./run/stream.ts";
export { closeRun, openTurn, recordedTurn, run, type RunOutput } from "./run/run.ts";
export { replay, type ReplayEvent } from "./run/replay.ts";
export { turnFacts, turnOutcomes, type TurnFacts, type TurnOutcome } from "./run/outcome.ts";
export { whatIf, whatIfEffects, type WhatIf, type WhatIfEffect, type WhatIfTurn } from "./run/what-if.ts";
export type { Lacking } from "./run/what-if-journal.ts";
export type { Change } from "./run/what-if-play.ts";
