import { z } from "zod";
import { action } from "./settings.ts";

export const words = z
  .strictObject({
    action: action.default("block"),
    list: z.array(z.string().min(1).max(200)).max(1000).default([]).meta({
      title: "Words and phrases",
      description: "One a line. An asterisk stands for any letters: refund*.",
      widget: "lines",
    }),
    where: z
      .enum(["both", "input", "output"])
      .default("both")
      .meta({
        title: "Where",
        description: "In what comes in, in replies, or in both.",
        labels: { both: "In both", input: "In what comes in", output: "In replies" },
      }),
  })
  .prefault({})
  .meta({ title: "Custom words", description: "Words and phrases you do not want in a chat." });
