import {
  defineNode,
  isJsonArray,
  isJsonObject,
  labelled,
  port,
  RunError,
  type ConfigRemark,
  type Judged,
  type JsonObject,
  type NodeDefinition,
  type JsonValue,
} from "#engine";
import { z } from "zod";
import { conditionRule, ruleProblem, rulesToCel, ruleToWords } from "./rules.ts";

const settings = z.strictObject({
  mode: z
    .enum(["rules", "expression"])
    .default("rules")
    .meta({ title: "Written as", labels: { rules: "Rules", expression: "Expression" } }),
  match: z
    .enum(["all", "any"])
    .default("all")
    .meta({ title: "Yes when", labels: { all: "All rules hold", any: "Any rule holds" } }),
  rules: z.array(conditionRule).max(50).default([]).meta({ title: "Rules", widget: "condition-rules" }),
  expression: z.string().max(4_000).default("").meta({
    title: "Expression",
    description: "In CEL. `value` is what comes in, `lower` the same in small letters.",
    widget: "expression",
  }),
});
type Settings = z.infer<typeof settings>;

/** What reads CEL. A parameter, because the reader is large and a drawing can be shown without it. */
export interface Cel {
  /** Undefined when the condition can be read; else one sentence. */
  readonly conditionProblem: (condition: string) => string | undefined;
  readonly judgeCondition: (condition: string, values: JsonObject) => Judged;
}

export function conditionWith({ conditionProblem, judgeCondition }: Cel): NodeDefinition {
  return defineNode({
    type: "condition",
    version: 1,
    title: "Condition",
    group: "logic",
    icon: "split",
    description: "Sends what comes in one way or the other.",
    summary: summarise,
    config: settings,
    inputs: { value: port.json("Value") },
    outputs: { yes: port.json("Yes"), no: port.json("No") },
    attach: {},
    review: (config) => review(config, conditionProblem),
    needs: [],
    effect: "read",
    async run({ config, inputs, labels }) {
      const { value } = inputs;
      const judged = judgeCondition(celOf(config), { value, lower: inSmallLetters(value) });
      if (!judged.ok) throw new RunError("bad-config", judged.problem);
      const carried = labelled(value, labels["value"] ?? { integrity: "untrusted", sources: [] });
      return judged.value ? { yes: carried } : { no: carried };
    },
  });
}

function celOf({ mode, match, rules, expression }: Settings): string {
  return mode === "rules" ? rulesToCel(rules, match) : expression;
}

function summarise({ mode, match, rules, expression }: Settings): string {
  if (mode === "expression") return expression.trim() === "" ? "Needs an expression" : `If ${expression.trim()}`;
  if (rules.length === 0) return "Needs a rule";
  return `If ${rules.map(ruleToWords).join(match === "all" ? " and " : " or ")}`;
}

function review(
  { mode, rules, expression }: Settings,
  conditionProblem: Cel["conditionProblem"],
): readonly ConfigRemark[] {
  if (mode === "expression") {
    if (expression.trim() === "") return [error("Write an expression, or choose rules.")];
    const problem = conditionProblem(expression);
    return problem === undefined ? [] : [error(problem)];
  }
  if (rules.length === 0) return [error("Add at least one rule.")];
  return rules.flatMap((rule) => {
    const problem = ruleProblem(rule);
    return problem === undefined ? [] : [error(problem)];
  });
}

function error(message: string): ConfigRemark {
  return { severity: "error", message };
}

function inSmallLetters(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.toLowerCase();
  if (isJsonArray(value)) return value.map(inSmallLetters);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inSmallLetters(each)]));
}
