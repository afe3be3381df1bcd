import { defaultRule } from "#pillars/privileges";
import { expect, test } from "vitest";
import { sendEmail } from "./index.ts";

test("the recipient is a target, so an address from outside text asks a person", () => {
  const [tool] = sendEmail.toolsFor({});
  expect(tool?.roles).toEqual({ to: "target", subject: "content", body: "content" });
});

test("starts with a rule that asks before each e-mail", () => {
  expect(sendEmail.toolsFor({}).map(defaultRule)).toMatchObject([{ tool: "send_email", allow: "ask" }]);
});
