import { defineNode, labelled, port, type Attached, type ContextMessage, type Conversation, type Label } from "#engine";
import { z } from "zod";

export const askModel = defineNode({
  type: "ask-model",
  version: 1,
  title: "Ask a model",
  group: "think",
  icon: "sparkles",
  description: "Asks a language model once. It uses no tools.",
  summary: ({ purpose, model }) => (purpose.trim() === "" ? `Asks ${model}` : purpose.trim()),
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
  async run({ config, inputs, labels, host, attached }) {
    const { model, instructions, temperature } = config;
    const passages = attached.some(isKnowledge)
      ? await host.knowledge.search("h0.k", inputs.prompt, passageLimit(attached))
      : [];
    const turn = await host.llm.ask({
      key: "h0",
      model,
      instructions,
      context: [...host.conversation.history(), asMessage(inputs.prompt, labels["prompt"], host.conversation)],
      tools: [],
      documents: passages.map(({ documentId, title, text, ref }) => ({ id: documentId, title, text, ref })),
      ...(temperature === undefined ? {} : { temperature }),
    });
    return { reply: labelled(turn.text, turn.label) };
  },
});

function isKnowledge(helper: Attached): boolean {
  return helper.kind === "knowledge";
}

function passageLimit(attached: readonly Attached[]): number {
  return z.int().catch(4).parse(attached.find(isKnowledge)?.config["limit"]);
}

/**
 * The prompt as a message. Where it is what the person wrote, it is that very message. Else it was made on the way, and its
 * `ref` is relative (`./prompt`): the value of this step's input of that name, of which only the monitor knows the full key.
 */
function asMessage(text: string, label: Label | undefined, conversation: Conversation): ContextMessage {
  const current = conversation.current();
  if (current.message.role === "user" && current.message.text === text) return current;
  const known = label ?? { integrity: "untrusted", sources: [] };
  const from = known.integrity === "author" || known.integrity === "user" ? known.integrity : "tool";
  return { ref: "./prompt", from, label: known, message: { role: "user", text } };
}
