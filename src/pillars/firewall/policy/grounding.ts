import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const grounding = z
  .strictObject({
    action: action.default("off"),
    sensitivity: sensitivity.meta({
      title: "Sensitivity",
      description:
        "Low reports numbers that no source has; normal also names, and statements that have nothing in common with a source; high also those that have little.",
    }),
    share: z
      .enum(["all", "most", "half"])
      .default("all")
      .meta({
        title: "How much has to be supported",
        labels: { all: "Every statement", most: "Four of five statements", half: "Half of the statements" },
        description: "If every statement has to be, an answer is shown while it is written; else when it is complete.",
      }),
  })
  .prefault({})
  .meta({
    title: "Answers without a source",
    description: "Statements of an answer that the documents and results it was given do not support.",
  });
