import { z } from "zod";
import type { PolicyReaders } from "./policy-readers.ts";
import { action, where } from "./settings.ts";

/** A regular expression that can be searched for in linear time, or nothing. */
export function expressionWith(patternProblem: PolicyReaders["patternProblem"]) {
  return z
    .string()
    .max(500)
    .superRefine((text, check) => {
      const problem = text === "" ? undefined : patternProblem(text);
      if (problem !== undefined) check.addIssue({ code: "custom", message: problem });
    });
}

function patternWith(patternProblem: PolicyReaders["patternProblem"]) {
  return z.strictObject({
    name: z.string().trim().min(1, "Give the pattern a name.").max(80).meta({ title: "Name" }),
    pattern: expressionWith(patternProblem)
      .min(1, "Write a pattern, or remove it.")
      .meta({ title: "Pattern", widget: "pattern" }),
  });
}
export type WordPattern = z.infer<ReturnType<typeof patternWith>>;

export function wordsWith(patternProblem: PolicyReaders["patternProblem"]) {
  return z
    .strictObject({
      action: action.default("block"),
      list: z.array(z.string().min(1).max(200)).max(1000).default([]).meta({
        title: "Words and phrases",
        description: "One a line. An asterisk stands for any letters: refund*.",
        widget: "lines",
      }),
      patterns: z.array(patternWith(patternProblem)).max(50).default([]).meta({
        title: "Patterns",
        description: "Regular expressions, for what a list cannot say: AB-\\d{4}. Upper and lower case are the same.",
      }),
      where: where.default("both"),
    })
    .prefault({})
    .meta({ title: "Custom words", description: "Words, phrases and patterns you do not want in a chat." });
}
