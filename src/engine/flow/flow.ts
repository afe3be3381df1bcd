import { z } from "zod";
import { jsonObject } from "../value/json.ts";

/** Ids are what users of a file could abuse (paths, prototypes, markup), so they are narrow. */
const id = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/u)
  .refine((value) => !["__proto__", "constructor", "prototype"].includes(value));

const position = z.strictObject({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) });

export const flowNode = z.strictObject({
  id,
  type: id,
  version: z.int().min(1),
  position,
  /** The person's own name for the step; the node's title when absent. */
  title: z.string().max(120).exactOptional(),
  config: jsonObject,
  disabled: z.boolean().exactOptional(),
  /** Tries after a failure, for steps that change nothing outside; and the time one try may take. */
  retries: z.int().min(0).max(5).exactOptional(),
  timeoutSeconds: z.number().min(0.1).max(600).exactOptional(),
});
export type FlowNode = z.infer<typeof flowNode>;

const end = z.strictObject({ node: id, port: id });

/** `data` carries a value; `attach` hangs a helper (from) on a step's socket (to). */
export const flowEdge = z.strictObject({ id, kind: z.enum(["data", "attach"]), from: end, to: end });
export type FlowEdge = z.infer<typeof flowEdge>;

/** A document shipped with the flow: what knowledge search reads. */
export const flowDocument = z.strictObject({ id, title: z.string().max(200), text: z.string().max(1_000_000) });
export type FlowDocument = z.infer<typeof flowDocument>;

/** Someone who may be speaking; the playground can switch between them. */
export const flowSpeaker = z.strictObject({ id, name: z.string().max(80), role: z.string().max(40) });

/** A question the chat offers as a button. `guardrail` says which of the five it shows; `attack` marks it as one. */
export const flowSample = z.strictObject({
  title: z.string().max(80),
  text: z.string().max(4_000),
  attack: z.boolean(),
  guardrail: z.enum(["privileges", "autonomy", "firewall", "sandbox", "trace"]).exactOptional(),
});

export const CURRENT_FLOW_VERSION = 1;

export const flow = z.strictObject({
  schemaVersion: z.literal(CURRENT_FLOW_VERSION),
  id,
  title: z.string().min(1).max(120),
  description: z.string().max(2_000),
  nodes: z.array(flowNode).max(2_000),
  edges: z.array(flowEdge).max(10_000),
  documents: z.array(flowDocument).max(500),
  speakers: z.array(flowSpeaker).min(1).max(20),
  samples: z.array(flowSample).max(40),
});
export type Flow = z.infer<typeof flow>;

export function emptyFlow(flowId: string, title: string): Flow {
  return {
    schemaVersion: CURRENT_FLOW_VERSION,
    id: flowId,
    title,
    description: "",
    nodes: [],
    edges: [],
    documents: [],
    speakers: [{ id: "customer", name: "A customer", role: "customer" }],
    samples: [],
  };
}
