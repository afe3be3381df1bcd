import type { Flow, FlowEdge } from "../flow/flow.ts";
import type { Attached } from "../node/define-node.ts";
import type { NodeRegistry } from "../node/registry.ts";
import { jsonObject } from "../value/json.ts";
import { draw, type Drawing, type DrawnNode } from "./drawing.ts";
import type { Finding } from "./finding.ts";
import { topologicalOrder } from "./order.ts";
import { verify } from "./verify.ts";

declare const compiled: unique symbol;

/** A flow that verify has found no error in. Only compile makes one, and only a plan can run. */
export interface Plan {
  readonly [compiled]: true;
  readonly flow: Flow;
  readonly registry: NodeRegistry;
  readonly steps: ReadonlyMap<string, PlanStep>;
  /** Ids of the steps that run, each after what feeds it. */
  readonly order: readonly string[];
}

export interface PlanStep extends DrawnNode {
  readonly attached: readonly Attached[];
  readonly dataInto: readonly FlowEdge[];
  readonly dataFrom: readonly FlowEdge[];
  /** Steps this helper hangs on; empty for what stands in the flow. */
  readonly hosts: readonly string[];
}

export type Compiled =
  | { readonly ok: true; readonly plan: Plan; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function compile(flow: Flow, registry: NodeRegistry): Compiled {
  const findings = verify(flow, registry);
  if (findings.some((finding) => finding.severity === "error")) return { ok: false, findings };
  const drawing = draw(flow, registry);
  const steps = new Map<string, PlanStep>();
  for (const drawn of drawing.nodes.values()) {
    steps.set(drawn.node.id, {
      ...drawn,
      config: jsonObject.parse(drawn.definition.configSchema.parse(drawn.config)),
      attached: attachedTo(drawn, drawing),
      dataInto: drawing.dataInto(drawn.node.id),
      dataFrom: drawing.dataFrom(drawn.node.id),
      hosts: drawing.hostsOf(drawn.node.id).map((host) => host.node.id),
    });
  }
  const order = topologicalOrder(drawing).order.filter(
    (id) => steps.get(id)?.definition.runs === true && steps.get(id)?.hosts.length === 0,
  );
  return { ok: true, plan: asPlan({ flow, registry, steps, order }), findings };
}

// The one place where the brand is put on.
function asPlan(plan: Omit<Plan, typeof compiled>): Plan {
  return plan as Plan;
}

function attachedTo(drawn: DrawnNode, drawing: Drawing): readonly Attached[] {
  return Object.entries(drawn.definition.attach).flatMap(([socket, { kind }]) =>
    drawing.helpersOf(drawn.node.id, socket).map((helper) => ({
      socket,
      kind,
      nodeId: helper.node.id,
      type: helper.node.type,
      title: helper.title,
      config: jsonObject.parse(helper.definition.configSchema.parse(helper.config)),
      tools: helper.definition.toolsFor(helper.config),
      attached: attachedTo(helper, drawing),
    })),
  );
}
