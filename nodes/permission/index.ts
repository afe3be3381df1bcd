import { defineNode, jsonObject } from "#engine";
import { defaultRule, permissionConfig } from "#pillars/privileges";

export const permission = defineNode({
  type: "permission",
  version: 1,
  title: "Permission",
  group: "guard",
  icon: "key-round",
  description: "Says which tools a step may use, how far alone, and who decides beyond that.",
  summary: ({ rules }) =>
    rules.length === 0 ? "Allows nothing" : `${rules.length} rule${rules.length === 1 ? "" : "s"}`,
  config: permissionConfig,
  inputs: {},
  outputs: {},
  attach: {},
  provides: "permission",
  governs: ({ rules }) => rules.map((rule) => rule.tool),
  starter: (tools) => jsonObject.parse(permissionConfig.parse({ rules: tools.map(defaultRule) })),
  needs: [],
  effect: "read",
});
