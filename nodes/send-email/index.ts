import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const sendEmailTool: ToolSpec = {
  name: "send_email",
  title: "Send e-mail",
  description: "Sends a plain text e-mail to one address.",
  effect: "send",
  inputSchema: {
    type: "object",
    properties: {
      to: { type: "string", title: "Recipient", format: "email", maxLength: 254, examples: ["nora@example.com"] },
      subject: { type: "string", title: "Subject", maxLength: 200, examples: ["Your order A1001"] },
      body: { type: "string", title: "Text", maxLength: 10_000, examples: ["Your order is on its way."] },
    },
    required: ["to", "subject", "body"],
    additionalProperties: false,
  },
  roles: { to: "target", subject: "content", body: "content" },
  resultOrigins: { messageId: "system" },
  sentence: "Send an e-mail to {{ to }}: {{ subject }}",
  resultSentence: "I have sent the e-mail to {{ to }}.",
  phrases: [
    "send an e-mail to nora@example.com",
    "e-mail me the details",
    "write to somebody by e-mail",
    "mail me a confirmation",
  ],
};

export const sendEmail = defineNode({
  type: "send-email",
  version: 1,
  title: "Send e-mail",
  group: "act",
  icon: "mail",
  description: "Lets a step write an e-mail. In the demo shop it stays in the outbox.",
  summary: () => "To one address",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => [sendEmailTool],
  needs: [],
  effect: "send",
});
