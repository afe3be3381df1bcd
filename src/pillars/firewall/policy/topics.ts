import { z } from "zod";
import { topicNames, topics as allTopics } from "../content/topics.ts";
import { action, sensitivity } from "./settings.ts";

export const topics = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    list: z
      .array(z.enum(allTopics).meta({ labels: topicNames }))
      .default([])
      .meta({ title: "Topics to keep out of", description: "What the assistant neither takes up nor talks about." }),
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
  .meta({ title: "Topics", description: "Subjects that this assistant is not there for." });
