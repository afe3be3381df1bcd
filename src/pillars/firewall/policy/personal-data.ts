import { z } from "zod";
import { numberKinds, personalDataKinds, personalDataNames } from "../personal-data/kinds.ts";
import type { PolicyReaders } from "./policy-readers.ts";
import { action, sensitivity } from "./settings.ts";
import { expressionWith } from "./words.ts";

const kinds = z.array(z.enum(personalDataKinds).meta({ labels: personalDataNames }));

function customKindWith(patternProblem: PolicyReaders["patternProblem"]) {
  return z.strictObject({
    name: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} '-]*$/u, "Name the kind with letters, digits and spaces.")
      .max(40)
      .meta({ title: "Name", description: "What its placeholder says: project name." }),
    words: z.array(z.string().min(1).max(200)).max(1000).default([]).meta({
      title: "Words and phrases",
      description: "One a line. An asterisk stands for any letters.",
      widget: "lines",
    }),
    pattern: expressionWith(patternProblem).default("").meta({
      title: "Pattern",
      description: "A regular expression, for what a list cannot say: P-\\d{6}.",
      widget: "pattern",
    }),
  });
}
export type CustomKind = z.infer<ReturnType<typeof customKindWith>>;

export function personalDataWith(patternProblem: PolicyReaders["patternProblem"]) {
  return z
    .strictObject({
      action: action.default("redact"),
      sensitivity,
      inputKinds: kinds.default([...numberKinds]).meta({
        title: "Hidden from the model",
        description:
          "Kinds replaced by a placeholder before the model reads them. The person who gave them sees the real value.",
      }),
      outputKinds: kinds
        .default([...numberKinds, "email", "phone", "ip", "mac", "crypto-address", "birth-date", "address"])
        .meta({
          title: "Removed from replies",
          description: "Kinds taken out of a reply. Addresses and phone numbers the person already gave stay readable.",
        }),
      customKinds: z.array(customKindWith(patternProblem)).max(20).default([]).meta({
        title: "Kinds of your own",
        description:
          "Values that only you know, such as patient numbers. Hidden from the model and removed from replies.",
      }),
      shown: z
        .enum(["nothing", "last-four"])
        .default("nothing")
        .meta({
          title: "What stays of a number",
          description: "The last four characters let a person tell two cards or accounts apart.",
          labels: { nothing: "Nothing", "last-four": "The last four characters" },
        }),
    })
    .prefault({})
    .meta({
      title: "Personal data",
      description: "Cards, bank accounts, national numbers and passports, e-mail and postal addresses, phone numbers.",
    });
}
