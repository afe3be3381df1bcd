import { expect, test } from "vitest";
import { converse, shop, shopDocuments } from "./shop.fixture.ts";

const mail =
  "From: lea@example.org\nSubject: Shipping to Norway\n\nHello, I live in Oslo. Do you ship to Norway? I have wanted this lamp for years and my cat likes it too.\n\nBest regards,\nLea";

async function ask(said: string, instructions: string, documents = shopDocuments): Promise<string> {
  const { replies } = await converse(shop(), [said], { instructions, documents, tools: [] });
  return replies[0] ?? "";
}

test("drafts a reply to a mail, with what the documents say and their source", async () => {
  const reply = await ask(mail, "You write a reply to each e-mail.");
  expect(reply).toMatch(
    /^Hello Lea,\n\nthank you for your message about Shipping to Norway\.\n\nWe ship to.*Norway.*\(Source: Shipping\)\n\nKind regards$/s,
  );
});

test("drafts no promise where the documents say nothing", async () => {
  expect(await ask(mail, "You write a reply to each e-mail.", [])).toContain("will come back to you");
});

test("sums a text up with its own sentences", async () => {
  const text =
    "Solar power grew fast last year. Solar power is now the cheapest power in many countries. My neighbour has a dog. Experts expect solar power to grow further.";
  const reply = await ask(`Please summarise this text:\n${text}`, "");
  expect(reply).toContain("Solar power");
  expect(reply).not.toContain("dog");
});

test.each([
  ["My invoice is wrong, this is about billing I think", "billing"],
  ["The whole page crashes, a technical disaster for us", "technical"],
  ["I would just like to say that I love your shop", "other"],
])("sorts %s as %s", async (text, route) => {
  expect(await ask(text, "Sort each message into: billing, technical, other.")).toBe(route);
});

test("a short remark is no text to work on", async () => {
  expect(await ask("hello", "You write a reply to each e-mail.")).toMatch(/^Hello\./);
});
