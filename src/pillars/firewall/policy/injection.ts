import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const injection = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    documents: z
      .enum(["remove-sentence", "withhold"])
      .default("remove-sentence")
      .meta({
        title: "In documents and tool results",
        labels: { "remove-sentence": "Remove the sentences", withhold: "Withhold the whole text" },
        description: "Remove only the sentences that give orders to the assistant, or withhold the whole text.",
      }),
  })
  .prefault({})
  .meta({
    title: "Injected orders",
    description: "Text that tries to give the assistant new orders or to lift its rules.",
  });
