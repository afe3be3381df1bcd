import { limitsConfig } from "#pillars/autonomy";
import { defineNode } from "#engine";

export const limits = defineNode({
  type: "limits",
  version: 1,
  title: "Limits",
  group: "guard",
  icon: "gauge",
  description: "Says when a step has to stop: after so many steps, tool calls, tokens or seconds.",
  summary: ({ steps, scope }) =>
    `${steps} step${steps === 1 ? "" : "s"} per ${scope === "perTurn" ? "message" : "run"}`,
  config: limitsConfig,
  inputs: {},
  outputs: {},
  attach: {},
  provides: "limits",
  needs: [],
  effect: "read",
});
