import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const promptLeak = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    overlapWords: z
      .int()
      .min(6)
      .max(60)
      .default(14)
      .meta({ title: "Words in a row", description: "How many words in a row from the instructions count as a leak." }),
    secrets: z
      .array(
        z
          .string()
          .max(200)
          .regex(/[\p{L}\p{N}][^⟦⟧]*[\p{L}\p{N}][^⟦⟧]*[\p{L}\p{N}]/u, { error: "At least three letters or digits." })
          .regex(/^[^⟦⟧]*$/u, { error: "The brackets ⟦ and ⟧ belong to the firewall's placeholders." }),
      )
      .max(100)
      .default([])
      .meta({
        title: "Words that must never leave",
        description:
          "Code words and internal names, one a line. They are kept in the flow as you write them, so keys and passwords do not belong here.",
        widget: "lines",
      }),
  })
  .prefault({})
  .meta({
    title: "Leaked instructions",
    description: "Replies that repeat the hidden instructions or a declared secret.",
  });
