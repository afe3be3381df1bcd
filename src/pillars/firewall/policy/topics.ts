import { z } from "zod";
import { topicNames, topics as allTopics } from "../content/topics.ts";
import { action, sensitivity, where } from "./settings.ts";

export const topics = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    list: z
      .array(z.enum(allTopics).meta({ labels: topicNames }))
      .default([])
      .meta({ title: "Topics to keep out of", description: "What the assistant neither takes up nor talks about." }),
    where: where.default("both"),
  })
  .prefault({})
  .meta({ title: "Topics", description: "Subjects that this assistant is not there for." });
