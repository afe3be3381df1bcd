import { authorLabel, defineNode, labelled, port, type Label } from "#engine";
import { z } from "zod";

export const reply = defineNode({
  type: "reply",
  version: 1,
  title: "Reply",
  group: "talk",
  icon: "reply",
  description: "Says something in the chat: the text that comes in, or always the same sentence.",
  summary: ({ text }) => (text.trim() === "" ? "Answers in the chat" : `“${text.trim()}”`),
  config: z.strictObject({
    text: z.string().max(4_000).default("").meta({
      title: "Always say",
      description: "Said in place of what comes in. Leave it empty to say what comes in.",
      widget: "textarea",
    }),
  }),
  inputs: { text: port.text("Text") },
  outputs: {},
  attach: {},
  answers: true,
  needs: ["conversation"],
  effect: "send",
  async run({ config, inputs, labels, host }) {
    const fixed = config.text.trim();
    const text = fixed === "" ? labelled(inputs.text, labels["text"] ?? outside) : labelled(fixed, authorLabel);
    // Wires carry values, not what a model quoted: the monitor adds the sources of this turn's last model answer, of which
    // it has the record.
    await host.conversation.say("say", { text, sources: [], options: [] });
    return {};
  },
});

/** A value whose origin is not known counts as anybody's. */
const outside: Label = { integrity: "untrusted", sources: [] };
