import { type Fix, jsonObject } from "#engine";
import type { Rule } from "../rule.ts";
import type { BindingPermission } from "./governed-steps.ts";

/** The repair that takes one rule out of its permission. */
export function withoutRule({ permission, at }: { readonly permission: BindingPermission; readonly at: number }): Fix {
  return withRules(permission, `Remove rule ${at + 1}`, permission.config.rules.toSpliced(at, 1));
}

export function withRules(permission: BindingPermission, title: string, rules: readonly Rule[]): Fix {
  // Settings are JSON, which has no undefined.
  const config = jsonObject.parse(JSON.parse(JSON.stringify({ ...permission.config, rules })));
  return { title, operations: [{ type: "set-config", nodeId: permission.nodeId, config }] };
}
