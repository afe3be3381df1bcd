import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { registry } from "#nodes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runWords } from "../messages/run/index.ts";
import { approvalView } from "./approval.ts";
import { chatEntries } from "./chat.ts";
import { chainOf } from "./causes.ts";
import { readingOf } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { mara, record } from "./recorded.fixture.ts";
import { createTraceIndex } from "./trace-index.ts";
import { stepDetail } from "./trace-step.ts";
import { whyOf } from "./why.ts";

let reading: Reading;
let events: readonly RunEvent[];
let close: () => void;
beforeAll(async () => {
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
  close = () => void ports.code.close();
  const run = await record("support-refunds", ports);
  await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  const [request] = run.session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await run.session.decide(request, { by: mara, decision: "deny", comment: "" });
  await run.goOn();
  reading = readingOf(run.flow, registry, runWords("de"));
  events = run.events();
});
afterAll(() => close());

/** Words of the house's own English sentences; what people, tools and the flow's author wrote has none of them here. */
const english = /\b(?:alone|decides|denied|belong|speaks|pretends|gives the|contains a|your message|may look|asks)\b/iu;

test("in German no sentence of the house's own stays English, in no step, no cause and no reason", () => {
  const index = createTraceIndex(reading);
  index.add(events);
  const { log, links } = index;
  const said = events.flatMap(({ seq }) => {
    const detail = stepDetail(seq, log, reading);
    return [
      detail?.title ?? "",
      detail?.where ?? "",
      ...(detail?.rules.lines ?? []).map(({ text }) => text),
      ...(whyOf(seq, log, reading)?.lines ?? []).map(({ text }) => text),
      // What somebody said is quoted in a cause as it was said.
      ...chainOf(seq, log, links, reading).map((cause) => (cause.detail.startsWith("„") ? cause.title : cause.detail)),
    ];
  });
  expect(said.length).toBeGreaterThan(events.length);
  expect(said.filter((text) => english.test(text) || text.includes("::") || /^[a-z]+\.[a-z]+$/u.test(text))).toEqual(
    [],
  );
  expect(said).toContain("Über 100 EUR entscheidet die Rolle „lead“.");
  expect(said).toContain("Gibt dem Assistenten aus einem Dokument oder Ergebnis heraus einen Befehl.");
});

test("neither does one of the chat or of the card that asks", () => {
  const request = events.find((event) => event.kind === "approval.request");
  if (request?.kind !== "approval.request") throw new Error("Nobody was asked.");
  const card = approvalView(request, events, reading, request.time, "approver");
  const inChat = approvalView(request, events, reading, request.time, "requester");
  const texts = [
    JSON.stringify([card.rule, card.checks, inChat.rule, inChat.arguments.map(({ source }) => source)]),
    JSON.stringify(chatEntries(events, reading, "embedded")),
  ];
  expect(texts.filter((text) => /\b(?:decides|belong|your message|may refund)\b/u.test(text))).toEqual([]);
});
