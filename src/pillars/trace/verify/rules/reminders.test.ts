import type { RunEvent } from "#engine";
import { expect, test } from "vitest";
import { findingsOf } from "../rule.fixture.ts";
import { reminderRule } from "./reminders.ts";

const at = (key: string, time: number) => ({ key, seq: 0, time, actor: { type: "system", ref: "clock" } }) as const;

function request(remindAt?: number): RunEvent {
  const attrs = {
    approvalId: "p",
    tool: "refund",
    argsDigest: "",
    expiresAt: 1_000_000,
    roles: [],
    requester: "nora",
    allowEdit: true,
    why: "gate",
    ...(remindAt === undefined ? {} : { remindAt }),
  } as const;
  return { ...at("p", 0), kind: "approval.request", attrs: { ...attrs, roles: [] }, values: {} };
}
const reminder = (time: number): RunEvent => ({
  ...at("p", time),
  kind: "approval.reminder",
  attrs: { approvalId: "p" },
  values: {},
});
const decision: RunEvent = {
  ...at("p", 600_000),
  kind: "approval.decision",
  attrs: { approvalId: "p", decision: "approve", role: "lead", argsDigest: "" },
  values: {},
};

test.each<[string, RunEvent[], number]>([
  ["kept", [request(500_000), reminder(500_000), decision], 0],
  ["before its time", [request(500_000), reminder(499_999)], 1],
  ["of a request that has none", [request(), reminder(500_000)], 1],
  ["of nothing", [reminder(500_000)], 1],
  ["twice", [request(500_000), reminder(500_000), reminder(600_000)], 1],
  ["after the decision", [request(500_000), decision, reminder(700_000)], 1],
  ["long after the end", [request(500_000), reminder(9_000_000)], 1],
])("S09: a reminder %s", (_, events, found) => {
  const numbered = events.map((event, seq) => ({ ...event, seq }));
  expect(findingsOf(reminderRule(), numbered).map(({ code }) => code)).toEqual(
    Array.from({ length: found }, () => "S09"),
  );
});
