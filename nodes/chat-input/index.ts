import { defineNode, labelled, port } from "#engine";
import { z } from "zod";

export const chatInput = defineNode({
  type: "chat-input",
  version: 1,
  title: "Chat input",
  group: "talk",
  icon: "message-square",
  description: "Starts the flow with each message that somebody writes in the chat.",
  summary: () => "Starts with each message",
  config: z.strictObject({}),
  inputs: {},
  outputs: { message: port.text("Message") },
  attach: {},
  trigger: "chat",
  needs: ["conversation"],
  effect: "read",
  async run({ host }) {
    const { message, label } = host.conversation.current();
    return { message: labelled(message.role === "tool" ? message.result : message.text, label) };
  },
});
