import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "#engine";
import {
  consume,
  expire,
  type Grant,
  type GrantConstraint,
  type GrantedCall,
  type GrantRequest,
  type GrantTable,
  mint,
  noGrants,
  revoke,
  usesSoFar,
} from "./index.ts";

const wanted: GrantRequest = {
  grantId: "g1",
  tool: "refund",
  action: "pay",
  constraints: [
    { argument: "orderId", kind: "equals", value: "A1001" },
    { argument: "amount", kind: "max", max: 10_000 },
  ],
  hosts: ["shop.example"],
  maxUses: 1,
  expiresAt: 30_000,
  runId: "r1",
  stepKey: "t1/agent/0",
  reason: "permission/1",
};

const call: GrantedCall = {
  tool: "refund",
  action: "pay",
  arguments: { orderId: "A1001", amount: 100 },
  host: "shop.example",
  runId: "r1",
  stepKey: "t1/agent/0/h1.c0",
};

function minted(table: GrantTable, change: Partial<GrantRequest> = {}, now = 0): GrantTable {
  const answer = mint(table, { ...wanted, ...change }, now);
  if (answer.outcome === "refused") throw new Error(answer.reason);
  return answer.table;
}

function attempt(table: GrantTable, change: Partial<GrantedCall> = {}, now = 0, grantId = "g1"): string {
  const answer = consume(table, grantId, { ...call, ...change }, now);
  return answer.outcome === "granted" ? "granted" : answer.reason;
}

describe("a grant", () => {
  const table = minted(noGrants);

  it("is used once, and then used up", () => {
    const answer = consume(table, "g1", call, 0);
    if (answer.outcome === "refused") throw new Error(answer.reason);
    expect(answer.grant.usesLeft).toBe(0);
    expect(attempt(answer.table)).toBe("used-up");
  });

  it.each<[string, Partial<GrantedCall>]>([
    ["other-tool", { tool: "pay" }],
    ["other-tool", { action: "read" }],
    ["other-run", { runId: "r2" }],
    ["other-step", { stepKey: "t1/agent/01" }],
    ["other-host", { host: "evil.example" }],
    ["other-host", { host: "a.shop.example" }],
    ["other-arguments", { arguments: { orderId: "A1002", amount: 1 } }],
    ["other-arguments", { arguments: { orderId: "A1001", amount: 100.01 } }],
    ["other-arguments", { arguments: { orderId: "A1001", amount: "lots" } }],
    ["other-arguments", { arguments: { orderId: "A1001" } }],
    ["other-arguments", { arguments: { amount: 1 } }],
  ])("is not for another call: %s", (reason, change) => {
    expect(attempt(table, change)).toBe(reason);
  });

  it("ends in time, and by being taken back", () => {
    expect(attempt(table, {}, 29_999)).toBe("granted");
    expect(attempt(table, {}, 30_000)).toBe("expired");
    expect(attempt(table, {}, Number.NaN)).toBe("expired");
    expect(attempt(revoke(table, { grantId: "g1" }))).toBe("revoked");
    expect(attempt(revoke(table, { runId: "r1", stepKey: "t1/agent/0" }))).toBe("revoked");
    expect(attempt(revoke(table, { runId: "r2" }))).toBe("granted");
  });

  it("that is over is listed once", () => {
    const first = expire(table, 30_000);
    expect(first.expired.map(({ grantId }) => grantId)).toEqual(["g1"]);
    expect(expire(first.table, 40_000).expired).toEqual([]);
    expect(attempt(first.table, {}, 0)).toBe("expired");
  });

  it.each<[string, Partial<GrantRequest>]>([
    ["duplicate-id", {}],
    ["bad-terms", { grantId: "g2", maxUses: 0 }],
    ["bad-terms", { grantId: "g2", maxUses: Number.POSITIVE_INFINITY }],
    ["bad-terms", { grantId: "g2", expiresAt: 0 }],
    ["bad-terms", { grantId: "g2", expiresAt: Number.POSITIVE_INFINITY }],
    ["no-parent", { grantId: "g2", parentId: "g9" }],
  ])("is not minted: %s", (reason, change) => {
    expect(mint(table, { ...wanted, ...change }, 0)).toMatchObject({ outcome: "refused", reason });
  });
});

describe("a child", () => {
  const table = minted(noGrants, { maxUses: 2 });
  const child = { grantId: "g2", parentId: "g1" };

  it.each<[string, Partial<GrantRequest>]>([
    ["more uses", { maxUses: 3 }],
    ["a longer life", { expiresAt: 30_001 }],
    ["another host", { hosts: ["shop.example", "evil.example"] }],
    ["another tool", { tool: "pay" }],
    ["another step", { stepKey: "t1/agent" }],
    ["another run", { runId: "r2" }],
    ["free arguments", { constraints: [] }],
    [
      "another value",
      {
        constraints: [
          { argument: "orderId", kind: "equals", value: "A1002" },
          { argument: "amount", kind: "max", max: 1 },
        ],
      },
    ],
    [
      "a higher bound",
      {
        constraints: [
          { argument: "orderId", kind: "equals", value: "A1001" },
          { argument: "amount", kind: "max", max: 10_001 },
        ],
      },
    ],
    [
      "a value above the bound",
      {
        constraints: [
          { argument: "orderId", kind: "equals", value: "A1001" },
          { argument: "amount", kind: "equals", value: 101 },
        ],
      },
    ],
  ])("never gets %s", (_, change) => {
    expect(mint(table, { ...wanted, ...child, ...change }, 0)).toMatchObject({
      outcome: "refused",
      reason: "wider-than-parent",
    });
  });

  it("uses its parent up with itself, and ends with it", () => {
    const two = minted(minted(table, { ...child, maxUses: 2 }), { ...child, grantId: "g3", maxUses: 2 });
    const first = consume(two, "g2", call, 0);
    if (first.outcome === "refused") throw new Error(first.reason);
    const second = consume(first.table, "g3", call, 0);
    if (second.outcome === "refused") throw new Error(second.reason);
    expect(attempt(second.table, {}, 0, "g2")).toBe("used-up");
    expect(attempt(revoke(two, { grantId: "g1" }), {}, 0, "g3")).toBe("revoked");
  });
});

describe("counting", () => {
  it("counts uses and live grants, per turn and per chat", () => {
    const used = consume(minted(noGrants), "g1", call, 0);
    if (used.outcome === "refused") throw new Error(used.reason);
    const table = minted(minted(used.table, { grantId: "g2", stepKey: "t2/agent/0" }), {
      grantId: "g3",
      stepKey: "t2/agent/0",
      expiresAt: 10,
    });
    const at = (now: number): unknown => usesSoFar(table, { tool: "refund", runId: "r1", stepKey: "t2/agent/1", now });
    expect(at(0)).toEqual({ chat: 3, turn: 2 });
    expect(at(20)).toEqual({ chat: 2, turn: 1 });
    expect(at(40_000)).toEqual({ chat: 1, turn: 0 });
    expect(usesSoFar(table, { tool: "refund", runId: "r2", stepKey: "t1/x", now: 0 })).toEqual({ chat: 0, turn: 0 });
  });
});

const constraint: fc.Arbitrary<GrantConstraint> = fc.oneof(
  fc.record({
    argument: fc.constantFrom("a", "b"),
    kind: fc.constant("equals" as const),
    value: fc.constantFrom<JsonValue>(1, 2, "1", "x"),
  }),
  fc.record({ argument: fc.constantFrom("a", "b"), kind: fc.constant("max" as const), max: fc.constantFrom(100, 200) }),
);
const terms = fc.record({
  maxUses: fc.integer({ min: 1, max: 3 }),
  expiresAt: fc.integer({ min: 1, max: 50 }),
  hosts: fc.subarray(["h1", "h2"]),
  constraints: fc.array(constraint, { maxLength: 3 }),
});
const calls = fc.record({
  arguments: fc.record(
    { a: fc.constantFrom<JsonValue>(1, 2, "1", "x"), b: fc.constantFrom<JsonValue>(1, 2, "x") },
    { requiredKeys: [] },
  ),
  host: fc.constantFrom("h1", "h2"),
  now: fc.integer({ min: 0, max: 60 }),
});
const action = fc.oneof(
  fc.record({ do: fc.constant("mint" as const), terms, parent: fc.option(fc.nat(8)) }),
  fc.record({ do: fc.constant("use" as const), grant: fc.nat(8), call: calls }),
  fc.record({ do: fc.constant("revoke" as const), grant: fc.nat(8) }),
);

describe("always, whatever is minted, used and taken back", () => {
  it("no grant with its children is used more often than it was minted for, nor after its end, nor after it was taken back", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let table: GrantTable = noGrants;
        const uses = new Map<string, number>();
        for (const each of actions) {
          if (each.do === "mint") {
            const parentId = each.parent === null ? {} : { parentId: `g${each.parent}` };
            const answer = mint(table, { ...wanted, ...each.terms, ...parentId, grantId: `g${table.length}` }, 0);
            if (answer.outcome === "granted") table = answer.table;
          } else if (each.do === "revoke") {
            table = revoke(table, { grantId: `g${each.grant}` });
          } else {
            const answer = consume(
              table,
              `g${each.grant}`,
              { ...call, arguments: each.call.arguments, host: each.call.host },
              each.call.now,
            );
            if (answer.outcome === "refused") continue;
            table = answer.table;
            for (const grant of lineage(table, `g${each.grant}`)) {
              uses.set(grant.grantId, (uses.get(grant.grantId) ?? 0) + 1);
              expect(grant.ended).toBeUndefined();
              expect(each.call.now).toBeLessThan(grant.expiresAt);
              expect(grant.hosts).toContain(each.call.host);
            }
          }
        }
        for (const grant of table) expect((uses.get(grant.grantId) ?? 0) + grant.usesLeft).toBe(grant.maxUses);
        expect(table.every(({ usesLeft }) => usesLeft >= 0)).toBe(true);
      }),
    );
  });

  it("whatever a child allows, its parent allows", () => {
    fc.assert(
      fc.property(terms, terms, calls, (parentTerms, childTerms, { now, host, arguments: args }) => {
        const parent = minted(noGrants, parentTerms);
        const answer = mint(parent, { ...wanted, ...childTerms, grantId: "g2", parentId: "g1" }, 0);
        if (answer.outcome === "refused") return;
        const alone = answer.table.map((grant): Grant => {
          const { parentId: _, ...rest } = grant;
          return grant.grantId === "g2" ? rest : grant;
        });
        const childAllows = attempt(alone, { arguments: args, host }, now, "g2") === "granted";
        if (childAllows) expect(attempt(answer.table, { arguments: args, host }, now, "g1")).toBe("granted");
      }),
      { numRuns: 2000 },
    );
  });
});

function lineage(table: GrantTable, grantId: string): readonly Grant[] {
  const grant = table.find((each) => each.grantId === grantId);
  if (grant === undefined) return [];
  return grant.parentId === undefined ? [grant] : [grant, ...lineage(table, grant.parentId)];
}
