import type { ToolEffect } from "#engine";
import type { ApprovalConfig } from "#pillars/autonomy";
import type { AbstractCall } from "./call-space.ts";

/**
 * Whether a gate on the tool puts an abstract call before a person. One that asks about what is not in an abstract call counts as
 * silent, so that reach errs towards more.
 */
export function gateAsks({ when }: ApprovalConfig, call: AbstractCall, effect: ToolEffect): boolean {
  switch (when.kind) {
    case "always":
      return true;
    case "risk":
      return when.effects.includes(effect);
    case "outside":
    case "contents":
    case "influenced":
      return !call.isTrusted;
    case "amount":
      return call.amount !== undefined && call.amount > Math.floor(when.above * 100 + 1e-6);
    case "first-target":
    case "condition":
      return false;
  }
}
