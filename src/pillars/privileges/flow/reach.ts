import type { Flow, NodeRegistry } from "#engine";
import { anyone, isConsequential } from "#pillars/autonomy";
import { decide, loadPolicy, type PolicyDecision, type PolicySet } from "../decide.ts";
import type { PolicyEngine } from "../policy-engine.ts";
import type { Rule } from "../rule.ts";
import { type AbstractCall, callSpace, contextOf } from "./call-space.ts";
import { gateAsks } from "./gate-asks.ts";
import { type GovernedStep, governedSteps, type GovernedTool, rulesOfStep, stepPolicies } from "./governed-steps.ts";
import { type Terms, weakest } from "./weakest.ts";

/** What a tool may do for those who speak in these roles: alone, or only after approval. Nothing of either is never. */
export interface ReachRow {
  readonly step: string;
  readonly stepTitle: string;
  readonly tool: string;
  readonly toolTitle: string;
  /** The node that offers the tool. */
  readonly toolNode: string;
  /** Who speaks; every role of the flow when they fare alike. */
  readonly roles: readonly string[];
  /** Whether `roles` are all that the flow has. */
  readonly isEverybody: boolean;
  /** Any of these is enough for the call to run without anybody deciding. */
  readonly alone: readonly Terms[];
  /** Any of these is enough for a person to be asked. */
  readonly asked: readonly Terms[];
  readonly approvers: readonly string[];
  /** A call that the person's words do not ask for is put before a person all the same. */
  readonly onlyAsAsked: boolean;
}

/**
 * Who can do what, under which condition, unattended: every abstract call of every tool, for every role, as the injected engine
 * decides it. Exact for rules, which tell apart nothing else. Yields after each tool, so that a caller can stay responsive.
 */
export function* reachOf(flow: Flow, registry: NodeRegistry, engine: PolicyEngine): Generator<readonly ReachRow[]> {
  const spoken = flow.speakers.map(({ role }) => role);
  for (const step of governedSteps(flow, registry)) {
    const { policies, schema } = stepPolicies(step);
    const loaded = loadPolicy(engine, policies, schema);
    const named = rulesOfStep(step).flatMap(({ roles }) => roles);
    const roles = [...new Set([...spoken, ...named])];
    for (const tool of step.tools)
      yield rowsOf(step, tool, roles, (role) =>
        loaded.outcome === "loaded" ? judgeTool(step, tool, role, engine, loaded.policySet) : nothing,
      );
  }
}

interface Verdicts {
  readonly alone: readonly Terms[];
  readonly asked: readonly Terms[];
  readonly approvers: readonly string[];
}

const nothing: Verdicts = { alone: [], asked: [], approvers: [] };

/** Roles that fare alike share a row. */
function rowsOf(
  step: GovernedStep,
  { spec, nodeId }: GovernedTool,
  roles: readonly string[],
  judge: (role: string) => Verdicts,
): readonly ReachRow[] {
  const alike = Map.groupBy(
    roles.map((role) => ({ role, verdicts: judge(role) })),
    ({ verdicts }) => JSON.stringify(verdicts),
  );
  const beyond = step.permissions.some(({ config }) => config.beyond === "ask");
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        step: step.id,
        stepTitle: step.title,
        tool: spec.name,
        toolTitle: spec.title,
        toolNode: nodeId,
        roles: group.map(({ role }) => role),
        isEverybody: group.length === roles.length,
        ...first.verdicts,
        onlyAsAsked: beyond && isConsequential(spec) && first.verdicts.alone.length > 0,
      },
    ];
  });
}

function judgeTool(
  step: GovernedStep,
  { spec, gates }: GovernedTool,
  role: string,
  engine: PolicyEngine,
  policySet: PolicySet,
): Verdicts {
  const rules: readonly Rule[] = rulesOfStep(step).filter(({ tool }) => tool === spec.name);
  const judged = callSpace(rules).map((call) => {
    const context = contextOf(call, role, spec);
    const decision = decide(engine, policySet, { agentId: step.id, tool: spec.name, context });
    const isGated = gates.some((gate) => gateAsks(gate, call, spec.effect));
    return { call, decision, answer: decision.decision === "allow" && isGated ? "ask" : decision.decision };
  });
  const where = (answers: readonly string[]): readonly AbstractCall[] =>
    judged.filter(({ answer }) => answers.includes(answer)).map(({ call }) => call);
  const asked = judged.filter(({ answer }) => answer === "ask");
  const all = judged.map(({ call }) => call);
  return {
    alone: weakest(where(["allow"]), all),
    asked: asked.length === 0 ? [] : weakest(where(["allow", "ask"]), all),
    approvers: approversOf(
      asked.map(({ decision }) => decision),
      gates.flatMap(({ approvers }) => approvers),
    ),
  };
}

function approversOf(asks: readonly PolicyDecision[], ofGates: readonly string[]): readonly string[] {
  if (asks.length === 0) return [];
  const ofRules = asks.filter(({ decision }) => decision === "ask").flatMap(({ terms }) => terms.approvers);
  const named = [...new Set([...ofRules, ...ofGates])].filter((role) => role !== anyone);
  return named.length === 0 ? [anyone] : named;
}
