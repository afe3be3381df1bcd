import { expect, it } from "vitest";
import { inferOrigins, inferTool, toolSentence } from "../index.ts";

const text = { type: "string" };
const sendEmail = {
  name: "send_email",
  description: "Sends an email.",
  inputSchema: {
    type: "object",
    properties: {
      recipients: { type: "array", items: text },
      cc: { type: "array", items: text },
      subject: text,
      body: text,
      attachments: { type: "array", items: { type: "object", additionalProperties: true } },
    },
  },
};

it("reads effect and roles off a tool, and says what it is not sure of", () => {
  const inferred = inferTool(sendEmail);
  expect(inferred).toMatchObject({
    effect: "send",
    roles: { recipients: "target", cc: "target", subject: "content", body: "content", attachments: "id" },
    unsure: ["attachments"],
    effectReason: "verb",
  });
  expect(toolSentence(inferred, sendEmail)).toBe(
    "Sends something to somebody. Who: recipients, cc. What: subject, body. Not sure about: attachments.",
  );
});

it("counts a tool without a known verb as sending", () => {
  const tool = { name: "frobnicate", description: "Reads.", inputSchema: { properties: { blob: text } } };
  const inferred = inferTool({ ...tool, annotations: { readOnlyHint: true } });
  expect(inferred).toMatchObject({ effect: "send", roles: { blob: "target" }, unsure: ["effect", "blob"] });
  expect(toolSentence(inferred, tool)).toBe(
    "What frobnicate does is not clear: taken as one that sends something to somebody. Not sure about: blob.",
  );
});

it("tells what a system fills from what anybody may have written", () => {
  const result = [
    { id: "13", sender: "ana@shop.example", subject: "Hi", sent_at: "2026-11-28 15:00:00", read: false, size: 12 },
    { id: "pay me now", sender: "ana@shop.example", subject: "17", sent_at: "2026-11-28", read: true, size: 3 },
  ];
  expect(inferOrigins(result)).toEqual({
    "*.id": "outside",
    "*.sender": "system",
    "*.subject": "outside",
    "*.sent_at": "system",
    "*.read": "system",
    "*.size": "system",
  });
});
