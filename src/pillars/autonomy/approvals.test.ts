import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue, Speaker, ToolSpec } from "#engine";
import {
  approvalConfig,
  type ApprovalDecision,
  approvalNeeded,
  type ApprovalRequest,
  callHash,
  denialOf,
  type GateKnowledge,
  deniedBefore,
  judgeDecision,
  judgeTimeout,
  type TracedArguments,
} from "./index.ts";

const mara: Speaker = { id: "mara", name: "Mara", role: "support lead" };
const jonas: Speaker = { id: "jonas", name: "Jonas", role: "support lead" };

const request: ApprovalRequest = {
  approvalId: "a1",
  callHash: "hash-1",
  requesterId: "nora",
  approvers: ["support lead"],
  notByRequester: true,
  people: 1,
  allowEdit: true,
  expiresAt: 1000,
  approvedBy: [],
};

const approve: ApprovalDecision = { approvalId: "a1", callHash: "hash-1", verdict: "approve", by: mara };

describe("a decision", () => {
  it("counts for exactly the call that was shown", () => {
    expect(judgeDecision(request, approve, 999)).toEqual({ outcome: "approved", callHash: "hash-1" });
    expect(judgeDecision(request, { ...approve, verdict: "deny" }, 999)).toEqual({ outcome: "denied" });
  });

  it.each<[string, Partial<ApprovalDecision>, number, Partial<ApprovalRequest>]>([
    ["other-approval", { approvalId: "a2" }, 0, {}],
    ["expired", {}, 1000, {}],
    ["expired", {}, Number.NaN, {}],
    ["hash-mismatch", { callHash: "hash-2" }, 0, {}],
    ["wrong-role", { by: { ...mara, role: "customer" } }, 0, {}],
    ["same-person", { by: { ...mara, id: "nora" } }, 0, {}],
    ["already-approved", {}, 0, { people: 2, approvedBy: ["mara"] }],
    ["no-edits", { edited: { amount: 1 } }, 0, { allowEdit: false }],
    ["needs-recheck", { edited: { amount: 1 } }, 0, {}],
  ])("is refused: %s", (reason, change, now, changed) => {
    expect(judgeDecision({ ...request, ...changed }, { ...approve, ...change }, now)).toMatchObject({
      outcome: "refused",
      reason,
    });
  });

  it("lets anyone decide where nobody is named, and the requester where the gate says so", () => {
    const open = { ...request, approvers: ["anyone"], notByRequester: false };
    expect(judgeDecision(open, { ...approve, by: { id: "nora", name: "Nora", role: "customer" } }, 0).outcome).toBe(
      "approved",
    );
  });

  it("waits for a second, different person", () => {
    const first = judgeDecision({ ...request, people: 2 }, approve, 0);
    if (first.outcome !== "waiting") throw new Error(first.outcome);
    expect(judgeDecision(first.request, approve, 0)).toMatchObject({ reason: "already-approved" });
    expect(judgeDecision(first.request, { ...approve, by: jonas }, 0)).toMatchObject({ outcome: "approved" });
  });

  it("takes edited arguments only after the same arguments were checked again", () => {
    const edited = { amount: 60 };
    const decision = { ...approve, edited };
    const recheck = { arguments: edited, callHash: "hash-60", outcome: "passed" } as const;
    expect(judgeDecision(request, decision, 0, recheck)).toEqual({
      outcome: "approved",
      callHash: "hash-60",
      arguments: edited,
    });
    expect(judgeDecision(request, decision, 0, { ...recheck, arguments: { amount: 61 } })).toMatchObject({
      reason: "needs-recheck",
    });
    expect(judgeDecision(request, decision, 0, { ...recheck, outcome: "refused" })).toMatchObject({
      reason: "edit-refused",
    });
  });

  it("an edit starts the count of people again", () => {
    const edited = { amount: 60 };
    const half = { ...request, people: 2, approvedBy: ["jonas"] };
    const judged = judgeDecision(half, { ...approve, edited }, 0, {
      arguments: edited,
      callHash: "hash-60",
      outcome: "passed",
    });
    expect(judged).toMatchObject({ outcome: "waiting", request: { callHash: "hash-60", approvedBy: ["mara"] } });
  });
});

describe("silence", () => {
  const deny = approvalConfig.parse({});
  const escalate = approvalConfig.parse({ onTimeout: { kind: "escalate", to: "manager", waitMinutes: 1 } });

  it("denies", () => {
    expect(judgeTimeout(request, deny, 999)).toEqual({ outcome: "open" });
    expect(judgeTimeout(request, deny, 1000)).toEqual({ outcome: "denied" });
  });

  it("asks somebody else once, then denies", () => {
    const next = judgeTimeout(request, escalate, 1000);
    if (next.outcome !== "escalated") throw new Error(next.outcome);
    expect(next.request).toMatchObject({ approvers: ["manager"], expiresAt: 61_000 });
    expect(judgeTimeout(next.request, escalate, 61_000)).toEqual({ outcome: "denied" });
    expect(judgeTimeout(request, escalate, 70_000)).toEqual({ outcome: "denied" });
  });

  it("cannot be configured to approve", () => {
    expect(approvalConfig.safeParse({ onTimeout: { kind: "approve" } }).success).toBe(false);
    expect(approvalConfig.safeParse({ onTimeout: { kind: "deny" }, extra: 1 }).success).toBe(false);
  });
});

const refund: ToolSpec = {
  name: "refund",
  title: "Refund",
  description: "",
  effect: "pay",
  inputSchema: {},
  roles: { orderId: "id", amount: "value", currency: "flag", note: "content" },
  resultOrigins: {},
  sentence: "",
};

function traced(integrity: "user" | "untrusted", args: JsonObject): TracedArguments {
  return Object.fromEntries(
    Object.keys(args).map((path) => [
      path,
      { label: { integrity, sources: [] }, origin: { kind: "user", title: "" } } as const,
    ]),
  );
}

const nothingKnown: GateKnowledge = {
  known: [],
  earlier: "no",
  holds: () => undefined,
  influence: { branch: false, read: false },
};

describe("when a gate wants a person", () => {
  const needed = (when: unknown, args: JsonObject, integrity: "user" | "untrusted" = "user"): boolean =>
    approvalNeeded(approvalConfig.parse({ when }), refund, args, traced(integrity, args), nothingKnown).needed;

  it("goes by amount, and by what cannot be read", () => {
    const when = { kind: "amount", argument: "amount", above: 100 };
    expect([100, "100.00", 0].map((amount) => needed(when, { amount }))).toEqual([false, false, false]);
    expect([100.01, 100.001, "1e9", -5, null, [1]].map((amount) => needed(when, { amount }))).toEqual(
      Array(6).fill(true),
    );
    expect(needed(when, {})).toBe(true);
    expect(needed(when, { amount: 1, currency: "USD" })).toBe(true);
  });

  it("goes by label, by risk and always", () => {
    expect(needed({ kind: "outside" }, { orderId: "A1" })).toBe(false);
    expect(needed({ kind: "outside" }, { orderId: "A1" }, "untrusted")).toBe(true);
    expect(needed({ kind: "outside" }, { note: "x" }, "untrusted")).toBe(false);
    expect(
      approvalNeeded(approvalConfig.parse({ when: { kind: "outside" } }), refund, { orderId: "A1" }, {}, nothingKnown)
        .needed,
    ).toBe(true);
    expect(needed({ kind: "contents" }, { note: "x" })).toBe(false);
    expect(needed({ kind: "contents" }, { note: "x" }, "untrusted")).toBe(true);
    expect(needed({ kind: "risk" }, {})).toBe(true);
    expect(needed({ kind: "risk", effects: ["delete"] }, {})).toBe(false);
    expect(needed({ kind: "always" }, {})).toBe(true);
  });

  it("goes by condition, and by what cannot be decided", () => {
    const config = approvalConfig.parse({ when: { kind: "condition", condition: "args.amount > 5.0" } });
    const needs = (held: boolean | undefined): boolean =>
      approvalNeeded(config, refund, {}, {}, { ...nothingKnown, holds: () => held }).needed;
    expect([true, false, undefined].map(needs)).toEqual([true, false, true]);
  });

  it.each<[JsonObject, boolean]>([
    [{ orderId: "A1001", amount: 3, note: "again" }, false],
    [{ orderId: "A1001", note: "" }, false],
    [{ orderId: "a1001" }, true],
    [{ orderId: "\u04101001" }, true],
    [{ orderId: "A1001 " }, true],
    [{ orderId: "A\u200b1001" }, true],
    [{ orderId: ["A1001"] }, true],
    [{ orderId: ["A1001", "A1002"] }, true],
    [{ orderId: "A1001", order: "A1002" }, true],
    [{ amount: 3 }, true],
    [{}, true],
  ])("knows only the very target that was used before: %j", (args, isAsked) => {
    const known = [denialOf("refund", { orderId: "A1001", amount: 1 }, refund.roles)];
    const gate = approvalConfig.parse({ when: { kind: "first-target" } });
    const knowledge = { ...nothingKnown, known };
    expect(approvalNeeded(gate, refund, args, traced("user", args), knowledge).needed).toBe(isAsked);
    expect(approvalNeeded(gate, { ...refund, name: "mail" }, args, {}, knowledge).needed).toBe(true);
  });
});

describe("what a decision binds to", () => {
  const digest = (value: JsonValue): string => JSON.stringify(value);
  const args = { orderId: "A1001", amount: 40 };
  const hash = callHash({ tool: "refund", arguments: args, traced: traced("user", args) }, digest);

  it("changes with the tool, an argument or where one came from", () => {
    const others = [
      { tool: "pay", arguments: args, traced: traced("user", args) },
      { tool: "refund", arguments: { ...args, amount: 41 }, traced: traced("user", args) },
      { tool: "refund", arguments: args, traced: traced("untrusted", args) },
    ].map((call) => callHash(call, digest));
    expect(new Set([hash, ...others]).size).toBe(4);
  });
});

describe("a denial", () => {
  const denied = [denialOf("refund", { orderId: "A1001", amount: 40, note: "x" }, refund.roles)];
  const again = (args: JsonObject, tool = "refund"): boolean =>
    deniedBefore(denied, denialOf(tool, args, refund.roles)) !== undefined;

  it("holds for the same tool and record, whatever else changes", () => {
    expect(again({ orderId: "A1001", amount: 1 })).toBe(true);
    expect(again({ orderId: " a-1001.", amount: 40, currency: "EUR" })).toBe(true);
    expect(again({ orderId: "A1001", alsoTo: "B" })).toBe(true);
    expect(again({ orderId: "A1001", extra: {} })).toBe(true);
  });

  it("does not hold for another tool or record", () => {
    expect(again({ orderId: "A1002" })).toBe(false);
    expect(again({ amount: 40 })).toBe(false);
    expect(again({ orderId: "A1001" }, "send")).toBe(false);
  });

  it("of a call that names nothing holds for the whole tool", () => {
    expect(deniedBefore([denialOf("sync", {}, {})], denialOf("sync", { all: true }, {}))).toBeDefined();
  });
});
