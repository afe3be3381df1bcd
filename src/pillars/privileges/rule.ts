import { type ArgumentRole, isJsonObject, type ToolEffect, type ToolSpec } from "#engine";
import { anyone, roleName } from "#pillars/autonomy";
import { z } from "zod";

const amountLimit = z
  .strictObject({
    argument: z.string().min(1).meta({ title: "Amount", description: "The argument that holds the amount." }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("EUR")
      .meta({ title: "Currency" }),
    aloneUpTo: z.number().min(0).max(1e11).meta({ title: "Alone up to", description: "Above this a person decides." }),
    neverAbove: z
      .number()
      .min(0)
      .max(1e11)
      .optional()
      .meta({ title: "Never above", description: "Nobody can approve more." }),
  })
  .refine(({ aloneUpTo, neverAbove }) => neverAbove === undefined || neverAbove >= aloneUpTo, {
    message: "Never above must be at least as much as alone up to.",
    path: ["neverAbove"],
  });

const uses = z.strictObject({
  count: z.number().int().min(1).max(1000).default(1).meta({ title: "Times" }),
  per: z
    .enum(["turn", "chat", "call"])
    .default("call")
    .meta({ title: "Per", description: "Per call means no count over time." }),
});

const onlyValues = z
  .strictObject({
    argument: z
      .string()
      .min(1)
      .max(64)
      .meta({ title: "Argument", description: "The argument whose values are listed." }),
    values: z.array(z.string().min(1).max(80)).min(1).max(50).meta({ title: "Values" }),
  })
  .refine(({ values }) => new Set(values).size === values.length, {
    message: "Name each value once.",
    path: ["values"],
  });

const lease = z.strictObject({
  calls: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .meta({ title: "Calls", description: "All of one message together." }),
});

const requirements = z.strictObject({
  ownRecord: z.boolean().default(false).meta({ title: "The record belongs to the person who speaks" }),
  sameTarget: z.boolean().default(false).meta({ title: "It goes back to where it came from" }),
});

/** One sentence of a Permission node: who may use one tool, how far alone, and who decides beyond that. */
export const rule = z.strictObject({
  tool: z.string().min(1).meta({ title: "Tool", widget: "tool" }),
  allow: z
    .enum(["alone", "ask", "never"])
    .meta({ title: "May use it", description: "Alone, after a person approved, or never." }),
  amount: amountLimit.optional().meta({ title: "Amount" }),
  only: onlyValues
    .optional()
    .meta({ title: "Only these", description: "Any other value is not covered by this rule." }),
  lease: lease.optional().meta({
    title: "One permission for a message",
    description: "Its calls share one permission, which ends with the answer; empty means one for each call.",
  }),
  uses: uses.prefault({}).meta({ title: "How often", description: "Alone this often; beyond that a person decides." }),
  ttlSeconds: z
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(30)
    .meta({ title: "Seconds", description: "A permission ends after this." }),
  roles: z.array(roleName).default([]).meta({ title: "Who is speaking", description: "Nothing chosen means anyone." }),
  requires: requirements.prefault({}).meta({ title: "Always required" }),
  approver: roleName.default(anyone).meta({ title: "Who decides", widget: "role" }),
  waitMinutes: z
    .number()
    .int()
    .min(1)
    .max(43_200)
    .default(60)
    .meta({ title: "Waits", description: "Minutes; after that it is denied." }),
});
export type Rule = z.infer<typeof rule>;

/** Config of a Permission node. */
export const permissionConfig = z.strictObject({
  agent: z.string().max(80).optional().meta({ title: "For", description: "The name in the sentences." }),
  rules: z.array(rule).max(200).default([]).meta({ title: "Rules", widget: "rules" }),
  beyond: z.enum(["ask", "allow"]).default("ask").meta({
    title: "More than was asked for",
    description: "A call that what the person wrote does not foresee: a person decides, or the rules alone do.",
  }),
});
export type PermissionConfig = z.infer<typeof permissionConfig>;

const allowByEffect: Record<ToolEffect, Rule["allow"]> = {
  read: "alone",
  write: "ask",
  send: "ask",
  pay: "ask",
  delete: "never",
  admin: "never",
};

/** The rule a tool gets when it is first attached: reading alone, changing and paying after approval, destroying never. */
export function defaultRule(spec: ToolSpec): Rule {
  const argument = spec.effect === "pay" ? amountArgument(spec) : undefined;
  return rule.parse({
    tool: spec.name,
    allow: allowByEffect[spec.effect],
    ...(argument === undefined ? {} : { amount: { argument, aloneUpTo: 0 } }),
  });
}

function amountArgument(spec: ToolSpec): string | undefined {
  const { properties } = spec.inputSchema;
  if (!isJsonObject(properties)) return undefined;
  const isNumeric = (name: string): boolean => {
    const schema = properties[name];
    return isJsonObject(schema) && (schema["type"] === "number" || schema["type"] === "integer");
  };
  const role: ArgumentRole = "value";
  return Object.keys(spec.roles).find((name) => spec.roles[name] === role && isNumeric(name));
}
