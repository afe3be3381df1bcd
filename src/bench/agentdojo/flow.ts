import {
  createRegistry,
  defineNode,
  emptyFlow,
  type Flow,
  type JsonObject,
  type NodeRegistry,
  type ToolSpec,
} from "#engine";
import { registry } from "#nodes";
import { z } from "zod";
import { blindFirewall, node, wire } from "../flow-parts.ts";

const noLimits: JsonObject = {
  ...Object.fromEntries(
    ["steps", "toolCalls", "inputTokens", "outputTokens", "seconds"].map((name) => [name, 1_000_000]),
  ),
  repeats: 20,
};

/** The nodes of the product, and one that offers a suite's tools. */
export function registryWith(specs: readonly ToolSpec[]): NodeRegistry {
  const suiteTools = defineNode({
    type: "suite-tools",
    version: 1,
    title: "Tools of a suite",
    group: "act",
    icon: "bot",
    description: "The tools that a benchmark suite describes.",
    summary: () => "Recorded tools",
    config: z.strictObject({}),
    inputs: {},
    outputs: {},
    attach: {},
    provides: "tool",
    tools: () => specs,
    needs: [],
    effect: "read",
  });
  return createRegistry([...registry.values(), suiteTools]);
}

export interface SuiteRules {
  readonly allow: (spec: ToolSpec) => "alone" | "ask";
  /** What becomes of a call that the request did not foresee. */
  readonly beyond: "ask" | "allow";
}

/** A chat with an agent that holds the suite's tools. The worst case takes it that the firewall sees nothing. */
export function suiteFlow(specs: readonly ToolSpec[], { allow, beyond }: SuiteRules): Flow {
  const rules = specs.map((spec) => ({ tool: spec.name, allow: allow(spec) }));
  const helpers = [
    node("tools", "suite-tools"),
    node("firewall", "firewall", blindFirewall),
    node("permission", "permission", { rules, beyond }),
    node("limits", "limits", noLimits),
  ];
  return {
    ...emptyFlow("bench-suite", "Suite"),
    nodes: [node("in", "chat-input"), node("agent", "agent", { model: "scripted" }), ...helpers, node("out", "reply")],
    edges: [
      wire("in", "message", "agent", "message"),
      wire("agent", "reply", "out", "text"),
      ...helpers.map(({ id }) => wire(id, "guard", "agent", id === "tools" ? "tool" : id, "attach")),
    ],
  };
}
