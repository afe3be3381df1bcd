import { authorLabel, defineNode, labelled, port } from "#engine";
import { z } from "zod";

export const handOff = defineNode({
  type: "hand-off",
  version: 1,
  title: "Hand off to a person",
  group: "talk",
  icon: "user-round-check",
  description: "Leaves the chat to a person and tells the one who writes.",
  summary: ({ to }) => (to === "" ? "Leaves the chat to a person" : `Leaves the chat to: ${to}`),
  config: z.strictObject({
    to: z.string().max(60).default("").meta({
      title: "To whom",
      description: "A role. Empty means whoever is there.",
      widget: "role",
    }),
    sentence: z.string().min(1).max(1_000).default("A colleague takes over from here and answers you.").meta({
      title: "What the chat says",
      widget: "textarea",
    }),
  }),
  inputs: { text: port.text("Message") },
  outputs: {},
  attach: {},
  answers: true,
  needs: ["people", "conversation"],
  effect: "send",
  async run({ config, host }) {
    await host.people.handOff("hand-off", config.to === "" ? "anyone" : config.to, config.sentence);
    await host.conversation.say("say", { text: labelled(config.sentence, authorLabel), sources: [], options: [] });
    return {};
  },
});
