import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const offensive = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    where: z
      .enum(["both", "input", "output"])
      .default("output")
      .meta({
        title: "Where",
        description: "Whether only the assistant must stay civil, or the person too.",
        labels: { both: "In both", input: "In what comes in", output: "In replies" },
      }),
  })
  .prefault({})
  .meta({ title: "Offensive content", description: "Insults, threats, and contempt for people or groups." });
