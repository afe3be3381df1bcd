export type {
  CardData,
  CardFlowNode,
  FlowNode,
  FlowWire,
  GuardData,
  GuardFlowNode,
  NodeStatus,
  Port,
  PortKind,
  Socket,
  WireData,
} from "./canvas-data.ts";
export { FlowCanvas } from "./flow-canvas.tsx";
export { FlowNodeCard } from "./flow-node-card.tsx";
export { GuardNode } from "./guard-node.tsx";
