import type { Flow, NodeRegistry } from "#engine";
import { anyone } from "#pillars/autonomy";
import { cedarSchema } from "../cedar-schema.ts";
import { cedarString } from "../cedar-text.ts";
import type { CedarAttribute, CedarSchema } from "../policy-engine.ts";
import {
  type BindingPermission,
  type GovernedStep,
  governedSteps,
  rulesOfStep,
  stepPolicies,
} from "./governed-steps.ts";

/** A flow's rules as files that any Cedar engine reads. */
export interface CedarFiles {
  /** `.cedar`: the policies of every step. */
  readonly policies: string;
  /** `.cedarschema`: Cedar's own schema syntax. */
  readonly schema: string;
  /** `.entities.json`: the agents, roles and tools that the policies speak about. */
  readonly entities: string;
}

/**
 * The rules of all steps. The policies keep the names that traces cite; where one permission serves several steps, the
 * step's name stands before it, because Cedar wants every `@id` once.
 */
export function cedarFiles(flow: Flow, registry: NodeRegistry): CedarFiles {
  const steps = governedSteps(flow, registry);
  const served = steps.flatMap(({ permissions }) => permissions.map(({ nodeId }) => nodeId));
  const isShared = (nodeId: string): boolean => served.indexOf(nodeId) !== served.lastIndexOf(nodeId);
  const texts = steps.map((step) =>
    stepPolicies(step, ({ nodeId }: BindingPermission) => (isShared(nodeId) ? `${step.id}/${nodeId}` : nodeId)),
  );
  const tools = steps.flatMap((step) => step.tools.map(({ spec }) => spec));
  return {
    policies: [heading, ...texts.map(({ policies }) => policies)].filter((text) => text !== "").join("\n\n") + "\n",
    schema: schemaText(cedarSchema(tools)),
    entities: `${JSON.stringify(entitiesOf(flow, steps), undefined, 2)}\n`,
  };
}

const heading = `// Ask twice: with context.approved false, then true. Allowed at once: it runs alone. Allowed only then: a person
// decides (@approver says who, @wait how many minutes). Never allowed: denied. A policy that fails counts as denied.
// The principal is the agent that calls, context.role is who speaks. Amounts are whole hundredths, rounded up; trust is
// 4 (written in the flow), 3 (the person's words), 2 (the one record those chose), 1 (a system field), 0 (outside text).
// Approval gates, limits, what the person asked for and the firewall hold besides, and are not in this file.`;

const typeNames: Readonly<Record<CedarAttribute["type"], string>> = { Boolean: "Bool", Long: "Long", String: "String" };

function schemaText(schema: CedarSchema): string {
  const { entityTypes = {}, actions = {} } = schema[""] ?? {};
  const [first] = Object.values(actions);
  const attributes = Object.entries(first?.appliesTo.context.attributes ?? {}).map(
    ([name, { type, required }]) => `  ${name}${required === false ? "?" : ""}: ${typeNames[type]},`,
  );
  const call = first === undefined ? [] : [`type Call = {\n${attributes.join("\n")}\n};`];
  const each = Object.entries(actions).map(([name, { appliesTo }]) => {
    const { principalTypes, resourceTypes } = appliesTo;
    const heads = `principal: [${principalTypes.join(", ")}], resource: [${resourceTypes.join(", ")}]`;
    return `action ${cedarString(name)} appliesTo { ${heads}, context: Call };`;
  });
  return [...Object.keys(entityTypes).map((name) => `entity ${name};`), ...call, ...each].join("\n") + "\n";
}

function entitiesOf(flow: Flow, steps: readonly GovernedStep[]) {
  const roles = [
    ...flow.speakers.map(({ role }) => role),
    ...steps.flatMap(rulesOfStep).flatMap((rule) => [...rule.roles, rule.approver]),
  ].filter((role) => role !== anyone);
  const entity = (type: string) => (id: string) => ({ uid: { type, id }, attrs: {}, parents: [] });
  const once = (names: readonly string[]) => [...new Set(names)];
  return [
    ...steps.map(({ id }) => id).map(entity("Agent")),
    ...once(roles).map(entity("Role")),
    ...once(steps.flatMap(({ tools }) => tools.map(({ spec }) => spec.name))).map(entity("Tool")),
  ];
}
