import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createNodePorts } from "#hosts/node";
import { registry } from "#nodes";
import { sentenceText } from "#pillars/privileges";
import { record } from "../run-log/recorded.fixture.ts";
import type { Recorded } from "../run-log/recorded.fixture.ts";
import { proposeFrom } from "./proposal.ts";

let run: Recorded;
let close: () => void;

beforeAll(async () => {
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
  close = () => void ports.code.close();
  run = await record("support-refunds", ports);
  await run.say("The shoes in order A1001 arrived broken. Can I get my money back?");
});
afterAll(() => close());

test("what a recorded chat used is enough, and nothing beyond it stays allowed", async () => {
  const { chats, unread, rules } = await proposeFrom(run.flow, registry, [async () => run.events()]);
  expect({ chats, unread }).toEqual({ chats: 1, unread: 0 });
  const instead = rules.map((rule) => sentenceText(rule.instead));
  expect(instead).toContainEqual(
    expect.stringMatching(/^Support agent may refund up to 90 EUR alone, once per chat\./u),
  );
  expect(instead).toContain("Support agent may never send e-mail.");
});

test("a chat that cannot be read is counted, and none at all proposes nothing", async () => {
  const broken = () => Promise.reject(new Error("The record was changed."));
  expect(await proposeFrom(run.flow, registry, [broken])).toEqual({ chats: 0, unread: 1, rules: [] });
  expect(await proposeFrom(run.flow, registry, [])).toEqual({ chats: 0, unread: 0, rules: [] });
});
