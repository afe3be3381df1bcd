import type { ConfigRemark } from "#engine";
import { firewallPolicy, noJudge, type FirewallPolicy } from "#pillars/firewall";
import { firewallWith } from "./define.ts";

export { drawnPolicy } from "./drawn-policy.ts";
export { firewallWith };
export const firewall = firewallWith({
  policy: firewallPolicy,
  review: ({ tiers }) => [...judgeRemarks(tiers.judge), ...transformerRemarks(tiers.transformer)],
});

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
