import { z } from "zod";

const operators = {
  is: "is",
  "is-not": "is not",
  contains: "contains",
  "contains-not": "does not contain",
  "starts-with": "starts with",
  "more-than": "is more than",
  "less-than": "is less than",
  "is-set": "is there",
  "is-empty": "is empty",
} as const;

export const conditionRule = z.strictObject({
  field: z.string().max(200).default("").meta({
    title: "Field",
    description: "Like order.total. Empty means the whole value.",
  }),
  operator: z
    .enum(["is", "is-not", "contains", "contains-not", "starts-with", "more-than", "less-than", "is-set", "is-empty"])
    .default("contains")
    .meta({ title: "Compare", labels: operators }),
  value: z.string().max(1_000).default("").meta({ title: "With" }),
});
export type ConditionRule = z.infer<typeof conditionRule>;

/** What is wrong with a rule, as one sentence; undefined when it can be decided. */
export function ruleProblem({ operator, value }: ConditionRule): string | undefined {
  if (operator === "is-set" || operator === "is-empty") return undefined;
  if ((operator === "more-than" || operator === "less-than") && numberFrom(value) === undefined)
    return `“${operators[operator]}” needs a number to compare with.`;
  return value.trim() === "" ? `“${operators[operator]}” needs something to compare with.` : undefined;
}

/**
 * The CEL condition that rules stand for, over `value` and its copy in small letters, `lower`. A field that is not there
 * makes a rule false, and its opposite true. No rules hold for nothing.
 */
export function rulesToCel(rules: readonly ConditionRule[], match: "all" | "any"): string {
  if (rules.length === 0) return "false";
  return rules.map((rule) => `(${ruleToCel(rule)})`).join(match === "all" ? " && " : " || ");
}

/** "the message contains “refund”" */
export function ruleToWords({ field, operator, value }: ConditionRule): string {
  const subject = field.trim() === "" ? "the value" : field.trim();
  const compared = operator === "is-set" || operator === "is-empty" ? "" : ` “${value.trim()}”`;
  return `${subject} ${operators[operator]}${compared}`;
}

function ruleToCel({ field, operator, value }: ConditionRule): string {
  const path = field.split(".").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const plain = access("value", path);
  const small = access("lower", path);
  const text = literal(value.trim().toLowerCase());
  switch (operator) {
    case "is":
      return present(path, equals(plain, small, value.trim()));
    case "is-not":
      return `!(${present(path, equals(plain, small, value.trim()))})`;
    case "contains":
      return present(path, `${small}.contains(${text})`);
    case "contains-not":
      return `!(${present(path, `${small}.contains(${text})`)})`;
    case "starts-with":
      return present(path, `${small}.startsWith(${text})`);
    case "more-than":
      return present(path, `double(${plain}) > ${decimal(value)}`);
    case "less-than":
      return present(path, `double(${plain}) < ${decimal(value)}`);
    case "is-set":
      return present(path, filled(plain));
    case "is-empty":
      return `!(${present(path, filled(plain))})`;
  }
}

function access(root: string, path: readonly string[]): string {
  return root + path.map((name) => `[${literal(name)}]`).join("");
}

/** Asks for each name on the way before it is read. */
function present(path: readonly string[], test: string): string {
  const steps = path.map((name, at) => `${literal(name)} in ${access("value", path.slice(0, at))}`);
  return [...steps, test].join(" && ");
}

/** Text is compared without regard to capitals; a number or yes/no also with values of that type. */
function equals(plain: string, small: string, value: string): string {
  const number = numberFrom(value);
  const asText = `${small} == ${literal(value.toLowerCase())}`;
  if (number !== undefined) return `(${asText} || ${plain} == ${decimal(value)})`;
  const word = value.toLowerCase();
  return word === "true" || word === "false" ? `(${asText} || ${plain} == ${word})` : asText;
}

function filled(plain: string): string {
  return `${plain} != null && ${plain} != "" && ${plain} != []`;
}

/** JSON's string syntax is a subset of CEL's. */
function literal(text: string): string {
  return JSON.stringify(text);
}

function numberFrom(text: string): number | undefined {
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text.trim()) ? Number(text) : undefined;
}

/** CEL tells 40 (int) from 40.0 (double), and JSON's numbers are doubles. */
function decimal(text: string): string {
  const written = text.trim();
  return written.includes(".") ? written : `${written}.0`;
}
