import { defineNode, port } from "#engine";
import { z } from "zod";

export const askModel = defineNode({
  type: "ask-model",
  version: 1,
  title: "Ask a model",
  group: "think",
  icon: "sparkles",
  description: "Asks a language model once. It uses no tools.",
  summary: ({ purpose, model }) =>
    purpose.trim() || (model === "embedded" ? "Asks the demo assistant" : `Asks ${model}`),
  config: z.strictObject({
    purpose: z.string().max(120).default("").meta({ title: "What it does", description: "One line for the card." }),
    model: z.string().min(1).max(200).default("embedded").meta({ title: "Model", widget: "model" }),
    instructions: z.string().max(20_000).default("Answer in a few friendly sentences.").meta({
      title: "Instructions",
      description: "What the model should do, and what it should not.",
      widget: "textarea",
    }),
    temperature: z.number().min(0).max(2).exactOptional().meta({
      title: "Temperature",
      description: "0 repeats itself, 1 varies. Empty leaves it to the model.",
    }),
  }),
  inputs: { prompt: port.text("Prompt") },
  outputs: { reply: port.text("Reply") },
  attach: {
    knowledge: port.upToOne("knowledge", "Knowledge"),
    firewall: port.one("firewall", "Firewall"),
    limits: port.upToOne("limits", "Limits"),
  },
  needs: ["llm", "conversation", "knowledge"],
  effect: "read",
  run: async (work) => (await import("./ask.ts")).ask(work),
});
