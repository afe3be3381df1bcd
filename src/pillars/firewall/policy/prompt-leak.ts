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
  })
  .prefault({})
  .meta({
    title: "Leaked instructions",
    description: "Replies that repeat the hidden instructions or a declared secret.",
  });
