import { z } from "zod";
import type { PolicyReaders } from "./policy-readers.ts";
import { action } from "./settings.ts";

export function schemaWith(schemaProblem: PolicyReaders["schemaProblem"]) {
  return z
    .strictObject({
      action: action.default("block"),
      schema: z
        .string()
        .max(20_000)
        .default("")
        .superRefine((text, check) => {
          const problem = text.trim() === "" ? undefined : schemaProblem(text);
          if (problem !== undefined) check.addIssue({ code: "custom", message: problem });
        })
        .meta({
          title: "JSON Schema",
          description: "Every reply has to be JSON of this form. Empty: replies may have any form.",
          widget: "textarea",
        }),
    })
    .prefault({})
    .meta({ title: "Form of the reply", description: "Replies that are not JSON of the form you give." });
}
