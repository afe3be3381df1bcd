/** Gatehouse in Node: state in a folder, models from the environment, code in worker threads. */
export { createNodeCodeRunner, type NodeRunnerOptions, type SandboxRunner } from "./sandbox/index.ts";
export { createNodeInspector } from "./inspector.ts";
export { createNodeTransformer } from "./transformer/index.ts";
export { nativeWork } from "./native-work.ts";
export { createNodeParts, type NodePartsOptions } from "./parts.ts";
export { readToolOrigins } from "./tools/index.ts";
export { createNodePorts, type NodePorts, type NodePortsOptions } from "./ports.ts";
export {
  createFileApprovers,
  createFileKeys,
  createFileShelf,
  NodeTraceStore,
  readWorkspaceVkey,
  type OnCut,
} from "./state/index.ts";
export { loadCedar } from "../cedar/node.ts";
