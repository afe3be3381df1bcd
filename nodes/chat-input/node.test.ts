import { expect, test } from "vitest";
import { registry } from "#nodes";
import { chat, execute, userLabel } from "../bench.fixture.ts";
import { chatInput } from "./index.ts";

test("gives the message that started the turn, as the person's own words", async () => {
  const { conversation } = chat("Where is my order?");
  expect(await execute(chatInput, {}, { conversation })).toEqual({
    message: { data: "Where is my order?", label: userLabel },
  });
});

test("is what starts a flow", () => {
  expect(registry.get("chat-input")?.trigger).toBe("chat");
});
