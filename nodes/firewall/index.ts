import { defineNode, labelled, port, type ConfigRemark } from "#engine";
import { firewallPolicy, noJudge, type FirewallPolicy } from "#pillars/firewall";

const modes = { observe: ", only recorded", warn: ", recorded and shown", enforce: "" } as const;

/**
 * Hangs on a step that asks a model and inspects every hop of it; its `blocked` wire then leads to what happens instead.
 * Standing on a wire it inspects the text that passes.
 */
export const firewall = defineNode({
  type: "firewall",
  version: 1,
  title: "Firewall",
  group: "guard",
  icon: "shield",
  description:
    "Reads every message before the model does and every answer before it leaves, and stops what must not pass.",
  summary: ({ mode, guards }) => `${checks(guards)}${modes[mode]}`,
  config: firewallPolicy,
  models: ({ tiers: { judge } }) => (judge.action === "off" || judge.model === "" ? [] : [judge.model]),
  review: ({ tiers }) => [...judgeRemarks(tiers.judge), ...transformerRemarks(tiers.transformer)],
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

function checks(guards: FirewallPolicy["guards"]): string {
  const count = Object.values(guards).filter(({ action }) => action !== "off").length;
  return `${count} check${count === 1 ? "" : "s"}`;
}

function judgeRemarks({ action, model }: FirewallPolicy["tiers"]["judge"]): readonly ConfigRemark[] {
  if (action === "off") return [];
  const rest = "Choose a real model, or turn the judge off.";
  if (model === "")
    return [{ severity: "error", message: `The judge has no model, so it would stop whatever is in doubt. ${rest}` }];
  if (model === noJudge)
    return [{ severity: "error", message: `The built-in assistant follows rules and cannot judge a text. ${rest}` }];
  return [];
}

function transformerRemarks({
  action,
  model,
  tokenizer,
}: FirewallPolicy["tiers"]["transformer"]): readonly ConfigRemark[] {
  if (action === "off" || (model.sha256 !== "" && tokenizer.sha256 !== "")) return [];
  const message =
    "The transformer lacks its model or its tokenizer, so it would stop whatever is in doubt. Choose both files, or turn it off.";
  return [{ severity: "error", message }];
}
