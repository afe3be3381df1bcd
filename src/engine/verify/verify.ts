import type { Flow } from "../flow/flow.ts";
import type { NodeRegistry } from "../node/registry.ts";
import { draw } from "./drawing.ts";
import type { Finding } from "./finding.ts";
import { checkGuards } from "./guards.ts";
import { checkOrder, checkReach } from "./order.ts";
import { checkWires } from "./wires.ts";

/** Proves a drawing before it runs. No finding of severity error means that it compiles. */
export function verify(flow: Flow, registry: NodeRegistry): Finding[] {
  const drawing = draw(flow, registry);
  return [
    ...checkKnown(flow, registry),
    ...checkConfigs(flow, registry),
    // First what keeps a model or a tool unguarded: other findings often follow from it.
    ...checkGuards(drawing, registry),
    ...checkWires(drawing),
    ...checkOrder(drawing),
    ...checkReach(drawing),
  ];
}

function checkKnown(flow: Flow, registry: NodeRegistry): Finding[] {
  return flow.nodes.flatMap((node): Finding[] => {
    const definition = registry.get(node.type);
    const title = node.title ?? definition?.title ?? node.type;
    if (definition === undefined) {
      return [
        {
          code: "unknown-node",
          severity: "error",
          at: { node: node.id },
          title: `${title} is not known here`,
          message: `This Gatehouse has no step of the kind ${node.type}. Remove it or replace it.`,
        },
      ];
    }
    if (node.version > definition.version) {
      return [
        {
          code: "newer-node",
          severity: "error",
          at: { node: node.id },
          title: `${title} is newer than this Gatehouse`,
          message: "It was made with a newer version. Update Gatehouse to run this flow.",
        },
      ];
    }
    return [];
  });
}

function checkConfigs(flow: Flow, registry: NodeRegistry): Finding[] {
  const drawing = draw(flow, registry);
  return [...drawing.nodes.values()].flatMap(({ node, definition, config, title }): Finding[] => {
    const parsed = definition.configSchema.safeParse(config);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return [
        {
          code: "bad-config",
          severity: "error",
          at: { node: node.id },
          title: `${title} needs settings`,
          message: `${issue?.path.join(" ") || "The settings"}: ${issue?.message ?? "not valid"}.`,
        },
      ];
    }
    return definition.remarksOn(config).map((remark) => ({
      code: "remark",
      severity: remark.severity,
      at: { node: node.id },
      title,
      message: remark.message,
    }));
  });
}
