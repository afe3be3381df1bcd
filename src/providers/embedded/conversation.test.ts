import { expect, test } from "vitest";
import { followUp, readConversation } from "./conversation.ts";

test("an answer to a follow-up question belongs to what was asked", () => {
  const { ask } = readConversation([
    { role: "user", text: "Where is my order?" },
    { role: "assistant", text: `${followUp} your order number?`, toolCalls: [] },
    { role: "user", text: "A1001" },
  ]);
  expect(ask).toBe("Where is my order?\nA1001");
});

test("a message that was never answered does not speak for the next one", () => {
  const { ask, earlier } = readConversation([
    { role: "user", text: "Where is my order A1001?" },
    { role: "user", text: "Where is my order A1002?" },
  ]);
  expect(ask).toBe("Where is my order A1002?");
  expect(earlier).toEqual(["Where is my order A1001?"]);
});
