import type { JsonObject, StepScope } from "#engine";
import { loadPolicy, permissionConfig, rulesToCedar, type PermissionConfig, type Rule } from "#pillars/privileges";
import { specsOf } from "./recall.ts";
import { helpers, toolsOf, type Desk, type LoadedRules } from "./desk.ts";

/** The permissions that bind a step: those on it, and those on its tools. */
function permissionsOf(scope: StepScope) {
  const onTools = helpers(scope.step.attached, "tool").flatMap((tool) => helpers(tool.attached, "permission"));
  return [...helpers(scope.step.attached, "permission"), ...onTools].map((node) => ({
    nodeId: node.nodeId,
    config: permissionOf(node.config),
  }));
}

/** Asked several times of each call, so each drawing's settings are read once. */
const read = new WeakMap<JsonObject, PermissionConfig>();

function permissionOf(config: JsonObject): PermissionConfig {
  const known = read.get(config);
  if (known !== undefined) return known;
  const permission = permissionConfig.parse(config);
  read.set(config, permission);
  return permission;
}

export function rulesOf(scope: StepScope): readonly Rule[] {
  return permissionsOf(scope).flatMap(({ config }) => config.rules);
}

/** A rule by the name that decisions give it, `<node>/<number>`, with whom it speaks of. */
export function ruleCalled(
  scope: StepScope,
  id: string,
): { readonly rule: Rule; readonly agent: string | undefined } | undefined {
  for (const { nodeId, config } of permissionsOf(scope)) {
    const at = config.rules.findIndex((_, index) => id === `${nodeId}/${index + 1}`);
    const rule = config.rules[at];
    if (rule !== undefined) return { rule, agent: config.agent };
  }
  return undefined;
}

/** Whether a person decides about what was not asked for: unless every permission leaves it to its rules. */
export function asksBeyond(scope: StepScope): boolean {
  return permissionsOf(scope).some(({ config }) => config.beyond === "ask");
}

/** A step's rules as a policy set, loaded once a turn. Rules that cannot be read allow nothing. */
export async function rulesFor(scope: StepScope, desk: Desk): Promise<LoadedRules> {
  const id = scope.step.node.id;
  const before = desk.memory.policies.get(id);
  if (before !== undefined) return before;
  // A permission may serve several steps, so its rules may name tools that this one does not have.
  const all = new Map([...specsOf(desk), ...[...toolsOf(scope)].map(([name, { spec }]) => [name, spec] as const)]);
  const tools = [...all.values()];
  const compiled = permissionsOf(scope).map(({ nodeId, config }) =>
    rulesToCedar(config, { source: nodeId, agentId: id, tools }),
  );
  const schema =
    compiled[0]?.schema ?? rulesToCedar(permissionConfig.parse({}), { source: "none", agentId: id, tools }).schema;
  const loaded = loadPolicy(desk.raw.policy, compiled.map(({ policies }) => policies).join("\n\n"), schema);
  const rules: LoadedRules =
    loaded.outcome === "loaded"
      ? { policySet: loaded.policySet, problem: "" }
      : {
          policySet: undefined,
          problem: `The rules cannot be read, so nothing is allowed: ${loaded.findings[0]?.message ?? "unknown problem"}.`,
        };
  desk.memory.policies.set(id, rules);
  return rules;
}
