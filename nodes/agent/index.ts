import { defineNode, labelled, port } from "#engine";
import { z } from "zod";

export const agent = defineNode({
  type: "agent",
  version: 1,
  title: "Agent",
  group: "think",
  icon: "bot",
  description: "Answers with the help of tools: asks the model, runs the tools it wants, and goes on until it answers.",
  summary: ({ purpose, model }) =>
    purpose.trim() || (model === "embedded" ? "Answers with the demo assistant" : `Answers with ${model}`),
  config: z.strictObject({
    purpose: z.string().max(120).default("").meta({ title: "What it does", description: "One line for the card." }),
    model: z.string().min(1).max(200).default("embedded").meta({ title: "Model", widget: "model" }),
    instructions: z
      .string()
      .max(20_000)
      .default("Help the person who writes. Use the tools for facts, and say so when you do not know.")
      .meta({
        title: "Instructions",
        description: "What the agent should do, and what it should not.",
        widget: "textarea",
      }),
    maxSteps: z.int().min(1).max(64).exactOptional().meta({
      title: "Steps at most",
      description: "Empty leaves it to the Limits.",
    }),
    temperature: z.number().min(0).max(2).exactOptional().meta({
      title: "Temperature",
      description: "0 repeats itself, 1 varies. Empty leaves it to the model.",
    }),
  }),
  inputs: { message: port.text("Message") },
  outputs: { reply: port.text("Reply") },
  attach: {
    tool: port.many("tool", "Tools"),
    knowledge: port.upToOne("knowledge", "Knowledge"),
    firewall: port.one("firewall", "Firewall"),
    permission: port.upToOne("permission", "Permission"),
    limits: port.one("limits", "Limits"),
  },
  needs: ["llm", "tools", "conversation", "knowledge"],
  effect: "write",
  async run({ config, inputs, labels, host, attached }) {
    // Loaded with the first message: a drawing does not need it.
    const { converse } = await import("./converse.ts");
    const turn = await converse(inputs.message, labels["message"], config, host, attached);
    return { reply: labelled(turn.text, turn.label) };
  },
});
