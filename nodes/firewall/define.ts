import { defineNode, labelled, port, type ConfigRemark, type NodeDefinition } from "#engine";
import type { FirewallPolicy, firewallPolicyWith } from "#pillars/firewall";

const modes = { observe: ", only recorded", warn: ", recorded and shown", enforce: "" } as const;

/** What its settings may be and what is said about them. A parameter, because a drawing can be shown without their readers. */
export interface PolicyCheck {
  readonly policy: ReturnType<typeof firewallPolicyWith>;
  readonly review: (config: FirewallPolicy) => readonly ConfigRemark[];
}

/**
 * Hangs on a step that asks a model and inspects every hop of it; its `blocked` wire then leads to what happens instead.
 * Standing on a wire it inspects the text that passes.
 */
export function firewallWith({ policy, review }: PolicyCheck): NodeDefinition {
  return defineNode({
    type: "firewall",
    version: 1,
    title: "Firewall",
    group: "guard",
    icon: "shield",
    description:
      "Reads every message before the model does and every answer before it leaves, and stops what must not pass.",
    summary: ({ mode, guards }) => `${checks(guards)}${modes[mode]}`,
    config: policy,
    models: ({ tiers: { judge } }) => (judge.action === "off" || judge.model === "" ? [] : [judge.model]),
    review,
    inputs: { text: port.text("Text") },
    outputs: { passed: port.text("Passed"), blocked: port.text("Blocked") },
    attach: {},
    provides: "firewall",
    needs: ["firewall"],
    effect: "read",
    async run({ config, inputs, labels, host }) {
      const value = labelled(inputs.text, labels["text"] ?? { integrity: "untrusted", sources: [] });
      // What must not pass is thrown as Blocked, and the engine carries it to the `blocked` wire.
      return { passed: await host.firewall.inspect("inspect", value, "input", config) };
    },
  });
}

function checks(guards: FirewallPolicy["guards"]): string {
  const count = Object.values(guards).filter(({ action }) => action !== "off").length;
  return `${count} check${count === 1 ? "" : "s"}`;
}
