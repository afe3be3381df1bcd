import { z } from "zod";
import { action, sensitivity, where } from "./settings.ts";

export const offensive = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    where: where
      .default("output")
      .meta({ ...where.meta(), description: "Whether only the assistant must stay civil, or the person too." }),
  })
  .prefault({})
  .meta({ title: "Offensive content", description: "Insults, threats, and contempt for people or groups." });
