import { z } from "zod";
import { readSchema } from "../schema/json-schema.ts";
import { action } from "./settings.ts";

export const schema = z
  .strictObject({
    action: action.default("block"),
    schema: z
      .string()
      .max(20_000)
      .default("")
      .superRefine((text, check) => {
        const read = text.trim() === "" ? undefined : readSchema(text);
        if (read?.ok === false) check.addIssue({ code: "custom", message: read.problem });
      })
      .meta({
        title: "JSON Schema",
        description: "Every reply has to be JSON of this form. Empty: replies may have any form.",
        widget: "textarea",
      }),
  })
  .prefault({})
  .meta({ title: "Form of the reply", description: "Replies that are not JSON of the form you give." });
