export type { CanvasActions } from "./canvas-actions.tsx";
export { CanvasControls } from "./canvas-controls.tsx";
export type { CanvasControlsProps } from "./canvas-controls.tsx";
export type {
  CardData,
  CardFlowNode,
  FlowNode,
  FlowWire,
  GuardData,
  GuardFlowNode,
  NodeStatus,
  NoteData,
  Port,
  PortKind,
  Socket,
  WireData,
} from "./canvas-data.ts";
export { FlowCanvas } from "./flow-canvas.tsx";
export type { FlowCanvasProps } from "./flow-canvas.tsx";
export { FlowNodeCard } from "./flow-node-card.tsx";
export type { FlowNodeCardProps } from "./flow-node-card.tsx";
export { GuardNode } from "./guard-node.tsx";
export type { GuardNodeProps } from "./guard-node.tsx";
