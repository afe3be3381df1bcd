import {
  applyEdits,
  type EditOperation,
  equalJson,
  type Flow,
  jsonObject,
  type JsonObject,
  type NodeRegistry,
} from "#engine";
import { hundredths } from "#pillars/autonomy";
import { permissionConfig, type Rule } from "../rule.ts";
import { ruleToSentence, type Segment } from "../sentence.ts";
import { governedSteps } from "./governed-steps.ts";
import type { RecordedUse } from "./recorded-use.ts";

/** A rule that allowed more than any recorded chat has used, and one that would have done. */
export interface SmallerRule {
  /** The Permission node, and which of its rules. */
  readonly node: string;
  readonly index: number;
  readonly before: Rule;
  readonly after: Rule;
  /** Both as sentences. */
  readonly now: readonly Segment[];
  readonly instead: readonly Segment[];
  /** How often the rule was used in all chats. */
  readonly used: number;
}

/** Fewer chats than these say little about what will be needed. */
export const enoughChats = 20;

/**
 * The smallest rules that would have been enough for everything that recorded chats did, one by one. Nothing in a proposal
 * allows more than what it replaces. A rule that no chat has used becomes never. How often something is read is not counted:
 * the next question would need it again.
 */
export function smallerRules(
  flow: Flow,
  registry: NodeRegistry,
  chats: readonly (readonly RecordedUse[])[],
): readonly SmallerRule[] {
  const steps = governedSteps(flow, registry);
  const permissions = new Map(steps.flatMap(({ permissions }) => permissions.map((each) => [each.nodeId, each])));
  const roles = [...new Set(flow.speakers.map(({ role }) => role))];
  return [...permissions.values()].flatMap(({ nodeId, config }) => {
    const bound = steps.filter((step) => step.permissions.some((each) => each.nodeId === nodeId));
    const ids = new Set(bound.map(({ id }) => id));
    const specs = new Map(bound.flatMap(({ tools }) => tools.map(({ spec }) => [spec.name, spec])));
    const agent = config.agent ?? (bound.length === 1 ? bound[0]?.title : undefined);
    return config.rules.flatMap((before, index) => {
      const spec = specs.get(before.tool);
      const uses = chats.map((chat) => chat.filter((use) => ids.has(use.step) && isUnder(use, before)));
      const found = smaller(before, uses, roles);
      const after = spec?.effect === "read" ? { ...found, uses: before.uses } : found;
      if (equalJson(asJson(after), asJson(before))) return [];
      const [now, instead] = [ruleToSentence(before, spec, agent), ruleToSentence(after, spec, agent)];
      return [{ node: nodeId, index, before, after, now, instead, used: uses.flat().length }];
    });
  });
}

/** The flow with the proposed rules in it, and the edits that make it so. */
export function adoptRules(
  flow: Flow,
  rules: readonly SmallerRule[],
): { readonly flow: Flow; readonly operations: readonly EditOperation[] } {
  const operations = [...Map.groupBy(rules, ({ node }) => node)].flatMap(([id, changes]): readonly EditOperation[] => {
    const read = permissionConfig.safeParse(flow.nodes.find((node) => node.id === id)?.config);
    if (!read.success) return [];
    const next = read.data.rules.map((rule, index) => changes.find((each) => each.index === index)?.after ?? rule);
    return [{ type: "set-config", nodeId: id, config: asJson({ ...read.data, rules: next }) }];
  });
  return { flow: applyEdits(flow, operations), operations };
}

/** Settings are JSON, which has no undefined. */
function asJson(settings: object): JsonObject {
  return jsonObject.parse(JSON.parse(JSON.stringify(settings)));
}

function isUnder({ tool, role }: RecordedUse, rule: Rule): boolean {
  return tool === rule.tool && (rule.roles.length === 0 || rule.roles.includes(role));
}

function smaller(rule: Rule, chats: readonly (readonly RecordedUse[])[], speakers: readonly string[]): Rule {
  const uses = chats.flat();
  if (rule.allow === "never") return rule;
  if (uses.length === 0) return { ...rule, allow: "never" };
  const roles = smallerRoles(rule, uses, speakers);
  return rule.allow === "ask" ? { ...rule, roles } : { ...smallerAlone(rule, chats), roles };
}

function smallerRoles(rule: Rule, uses: readonly RecordedUse[], speakers: readonly string[]): Rule["roles"] {
  // Its ceiling binds everybody the rule is about; for fewer, another rule could let more through.
  if (rule.amount?.neverAbove !== undefined) return rule.roles;
  const spoke = [...new Set(uses.map(({ role }) => role))].toSorted();
  const allowed = rule.roles.length === 0 ? speakers : rule.roles;
  // Where everybody who may speak has used it, the rule keeps its words.
  return allowed.every((role) => spoke.includes(role)) ? rule.roles : spoke;
}

function smallerAlone(rule: Rule, chats: readonly (readonly RecordedUse[])[]): Rule {
  const alone = chats.map((chat) => chat.filter(({ isAlone }) => isAlone));
  if (alone.flat().length === 0) return rule.amount === undefined ? { ...rule, allow: "ask" } : withAmount(rule, 0);
  return { ...withAmount(rule, largest(rule, alone.flat())), uses: smallerUses(rule.uses, alone) };
}

function withAmount(rule: Rule, most: number | undefined): Rule {
  if (rule.amount === undefined || most === undefined) return rule;
  return { ...rule, amount: { ...rule.amount, aloneUpTo: Math.min(rule.amount.aloneUpTo, most) } };
}

/** The largest amount that was used alone, in round figures upwards; undefined where one of them cannot be read. */
function largest({ amount }: Rule, uses: readonly RecordedUse[]): number | undefined {
  if (amount === undefined) return undefined;
  const amounts = uses.map((use) => hundredths(use.arguments[amount.argument] ?? null));
  const known = amounts.filter((each) => each !== undefined);
  return known.length < amounts.length ? undefined : roundedUp(Math.max(...known) / 100);
}

/** To two figures: 87.30 becomes 88, 412 becomes 420. */
function roundedUp(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(amount, 1))) - 1);
  return Math.ceil(amount / unit) * unit;
}

function smallerUses(uses: Rule["uses"], chats: readonly (readonly RecordedUse[])[]): Rule["uses"] {
  const perChat = Math.max(...chats.map(({ length }) => length));
  if (uses.per === "turn") {
    const turns = chats.flatMap((chat) => [...Map.groupBy(chat, ({ turn }) => turn).values()]);
    return { ...uses, count: Math.min(uses.count, Math.max(...turns.map(({ length }) => length))) };
  }
  const most = uses.per === "call" ? perChat : Math.min(uses.count, perChat);
  return { per: "chat", count: Math.min(most, 1000) };
}
