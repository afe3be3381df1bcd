import {
  type Finding,
  type Flow,
  isJsonArray,
  isJsonObject,
  type JsonValue,
  type NodeRegistry,
  type ToolSpec,
} from "#engine";
import { anyone, approvalConfig } from "#pillars/autonomy";
import { draw, type DrawnNode } from "#engine";
import type { Rule } from "../rule.ts";
import { inSentence, person } from "../words.ts";
import { type BindingPermission, governedSteps, readAlike, rulesOfStep } from "./governed-steps.ts";
import { withoutRule, withRules } from "./rule-fixes.ts";

/** A rule with its place, and what the steps have that its permission is wired to. */
interface BoundRule {
  readonly rule: Rule;
  readonly at: number;
  readonly permission: BindingPermission;
  readonly steps: readonly string[];
  readonly spec: ToolSpec | undefined;
  /** All rules about its tool that bind those steps. */
  readonly siblings: readonly Rule[];
}

/**
 * Rules that no call can ever meet: about a tool that the step does not have, about arguments or values that the tool does not
 * take, or in the hands of people whom the flow does not have. What is wired to nothing is a finding of its own (verify).
 */
export function idleRules(flow: Flow, registry: NodeRegistry): readonly Finding[] {
  const roles = new Set(flow.speakers.map(({ role }) => role));
  return [
    ...boundRules(flow, registry).flatMap(
      (bound) => strayTool(bound, flow, registry) ?? [...unmet(bound), ...unknownApprover(bound, roles)],
    ),
    ...lonelyGates(flow, registry, roles),
  ];
}

function boundRules(flow: Flow, registry: NodeRegistry): readonly BoundRule[] {
  const steps = governedSteps(flow, registry);
  const permissions = new Map(steps.flatMap((step) => step.permissions.map((each) => [each.nodeId, each] as const)));
  return [...permissions.values()].flatMap((permission) => {
    const bound = steps.filter((step) => step.permissions.some(({ nodeId }) => nodeId === permission.nodeId));
    const tools = new Map(bound.flatMap((step) => step.tools.map(({ spec }) => [spec.name, spec] as const)));
    const titles = bound.map(({ title }) => title);
    const all = bound.flatMap(rulesOfStep);
    return permission.config.rules.map((rule, at) => {
      const siblings = all.filter(({ tool }) => tool === rule.tool);
      return { rule, at, permission, steps: titles, spec: tools.get(rule.tool), siblings };
    });
  });
}

function strayTool(bound: BoundRule, flow: Flow, registry: NodeRegistry): readonly Finding[] | undefined {
  const { rule, at, permission, steps, spec } = bound;
  if (spec !== undefined) return undefined;
  const elsewhere = [...draw(flow, registry).nodes.values()]
    .flatMap(({ definition, config }) => definition.toolsFor(config))
    .find(({ name }) => name === rule.tool);
  const [step = ""] = steps;
  const where = steps.length > 1 ? "none of the steps that it is wired to has" : `${step} does not have`;
  const message =
    elsewhere === undefined
      ? `Rule ${at + 1} is about ${rule.tool}, a tool that is not in this flow. The rule does nothing.`
      : `Rule ${at + 1} is about ${inSentence(elsewhere.title)}, which ${where}. The rule does nothing here.`;
  return [
    {
      ...unused(permission.nodeId, inSentence(elsewhere?.title ?? rule.tool)),
      message,
      fix: withoutRule({ permission, at }),
    },
  ];
}

/** What a rule asks of a call that the tool can never bring. A rule that forbids needs nothing to be read. */
function unmet(bound: BoundRule): readonly Finding[] {
  const { rule, at, permission, spec } = bound;
  if (spec === undefined) return [];
  const reason =
    rule.allow === "never"
      ? undefined
      : (unreadableAmount(rule, spec) ?? unknownChoice(rule, spec) ?? unknownStanding(rule, spec));
  if (reason === undefined) return strayValues(bound, spec);
  const base = unused(permission.nodeId, inSentence(spec.title));
  const fix = mayGo(bound) ? { fix: withoutRule({ permission, at }) } : {};
  return [{ ...base, message: `Rule ${at + 1} ${reason}`, ...fix }];
}

/**
 * Whether taking the rule out lets nothing more through: a bound that cannot be read forbids, and where rules disagree what the
 * amount or the choice is, none can be read.
 */
function mayGo({ rule, siblings }: BoundRule): boolean {
  return rule.amount?.neverAbove === undefined && readAlike(siblings);
}

function unreadableAmount({ amount }: Rule, spec: ToolSpec): string | undefined {
  if (amount === undefined || isNumber(propertyOf(spec, amount.argument))) return undefined;
  return `takes ${amount.argument} for the amount, and ${inSentence(spec.title)} is given no number of that name. No call can meet it.`;
}

function unknownChoice({ only }: Rule, spec: ToolSpec): string | undefined {
  if (only === undefined || propertyOf(spec, only.argument) !== undefined) return undefined;
  return `lists values of ${only.argument}, and ${inSentence(spec.title)} takes nothing of that name. No call can meet it.`;
}

function unknownStanding({ requires, allow }: Rule, spec: ToolSpec): string | undefined {
  const isAsked = allow !== "never" && (requires.ownRecord || requires.sameTarget);
  if (!isAsked || spec.remote === undefined) return undefined;
  return `requires to know whose record it is or where it came from, and nobody knows that of a tool in the network. No call can meet it.`;
}

function strayValues(bound: BoundRule, spec: ToolSpec): readonly Finding[] {
  const { rule, at, permission } = bound;
  const { only } = rule;
  const known = only === undefined ? undefined : choicesOf(propertyOf(spec, only.argument));
  if (only === undefined || known === undefined) return [];
  const stray = only.values.filter((value) => !known.includes(value));
  const left = only.values.filter((value) => known.includes(value));
  if (stray.length === 0) return [];
  const { rules } = permission.config;
  const names = stray.map((value) => `“${value}”`).join(" and ");
  const message = `Rule ${at + 1} lists ${names}, which ${inSentence(spec.title)} does not know. ${left.length === 0 ? "The rule does nothing." : "That part of it does nothing."}`;
  const fix =
    left.length === 0
      ? mayGo(bound) && withoutRule({ permission, at })
      : withRules(permission, `Leave ${names} out`, rules.with(at, { ...rule, only: { ...only, values: left } }));
  return [{ ...unused(permission.nodeId, inSentence(spec.title)), message, ...(fix === false ? {} : { fix }) }];
}

function unknownApprover({ rule, at, permission, spec }: BoundRule, roles: ReadonlySet<string>): readonly Finding[] {
  const { approver, allow } = rule;
  if (spec === undefined || allow === "never" || approver === anyone || roles.has(approver)) return [];
  return [
    {
      ...unused(permission.nodeId, inSentence(spec.title), `Nobody here can approve ${inSentence(spec.title)}`),
      message: `Rule ${at + 1} leaves it to ${person(approver)}, and nobody in this flow is one. Unless somebody with that role decides elsewhere, every request is denied when its time is over.`,
    },
  ];
}

function lonelyGates(flow: Flow, registry: NodeRegistry, roles: ReadonlySet<string>): readonly Finding[] {
  return [...draw(flow, registry).nodes.values()].flatMap((drawn: DrawnNode): readonly Finding[] => {
    const gate = drawn.definition.provides === "approval" ? approvalConfig.safeParse(drawn.config).data : undefined;
    if (gate === undefined || gate.approvers.length === 0) return [];
    if (gate.approvers.some((role) => role === anyone || roles.has(role))) return [];
    const who = gate.approvers.map(person).join(" or ");
    return [
      {
        ...unused(drawn.node.id, "", `Nobody here can decide at ${drawn.title}`),
        message: `${drawn.title} leaves it to ${who}, and nobody in this flow is one. Unless somebody with that role decides elsewhere, every request is denied when its time is over.`,
      },
    ];
  });
}

function unused(node: string, subject: string, title = `A rule about ${subject} is not used`) {
  return { code: "rule-unused", severity: "warning", at: { node }, title } as const;
}

function propertyOf({ inputSchema }: ToolSpec, name: string): JsonValue | undefined {
  const { properties } = inputSchema;
  return isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** What says nothing of its type may be a number. */
function isNumber(property: JsonValue | undefined): boolean {
  if (!isJsonObject(property)) return false;
  const { type } = property;
  const types = isJsonArray(type) ? type : [type];
  return types.some((each) => each === undefined || each === "number" || each === "integer");
}

/** The texts that an argument may be, where the tool says which. */
function choicesOf(property: JsonValue | undefined): readonly JsonValue[] | undefined {
  const choices = isJsonObject(property) ? property["enum"] : undefined;
  return isJsonArray(choices) ? choices : undefined;
}
