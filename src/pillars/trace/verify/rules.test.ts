import { describe, expect, it } from "vitest";
import type { JsonObject } from "#engine";
import type { EventDraft } from "../event.ts";
import { appendAll, draft, refundTurn, startRun } from "../run.fixture.ts";
import { bundleOf, closedBundle, options } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const node = { id: "a", type: "agent" };

describe("the run's own rules", () => {
  const turn = refundTurn();
  const at = (kind: string) => turn.findIndex((each) => each.kind === kind);
  const edit = (kind: string, attrs: EventDraft["attrs"], values: EventDraft["values"] = {}) => {
    const index = at(kind);
    const before = turn[index] ?? draft("x", "x");
    return turn.with(index, {
      ...before,
      attrs: { ...before.attrs, ...attrs },
      values: { ...before.values, ...values },
    });
  };
  const without = (...kinds: string[]) => turn.filter(({ kind }) => !kinds.includes(kind));
  const insert = (kind: string, offset: number, ...each: EventDraft[]) => turn.toSpliced(at(kind) + offset, 0, ...each);
  const hit = draft("limit.hit", "t1/a/0/c0/calls", {
    node,
    parent: "t1/a/0/c0",
    attrs: { limit: "calls", used: 3, max: 3 },
    values: { sentence: "Enough" },
  });
  const opinion = (verdict: string) => {
    const key = (turn[at("guardrail.result")]?.key ?? "").replace(/^[^/]*/u, "judge");
    const place = { tier: "judge", model: "m", firewall: "f", ref: "t1/in" };
    const attrs = { ...place, verdict, inputTokens: 1, outputTokens: 1 };
    return [
      draft("guardrail.request", key, {
        attrs: { ...place, provider: "p", direction: "input" },
        values: { text: "" },
      }),
      draft("guardrail.response", key, { attrs, values: { answer: "", reason: "" } }),
    ];
  };
  const signedTurn = (change: EventDraft["attrs"], kind = "tool.call", offset = 1, times = 1) => {
    const { grantId, tool, expiresAt } = turn[at("privilege.grant")]?.attrs ?? {};
    const attrs = { grantId, tool, audience: "https://a.example", jti: "j1", digest: "d", expiresAt, ...change };
    const tokens = Array.from({ length: times }, (_, number) =>
      draft("privilege.token", `t1/token-${number}`, { attrs }),
    );
    return edit("privilege.grant", { host: "https://a.example" }).toSpliced(at(kind) + offset, 0, ...tokens);
  };
  const secondCall = (more: EventDraft["attrs"]) => {
    const call = turn[at("tool.call")] ?? draft("x", "x");
    const result = turn[at("tool.result")] ?? draft("x", "x");
    const again = (each: EventDraft) => ({
      ...each,
      key: "t1/a/0/c1",
      attrs: { ...each.attrs, callId: "c1", ...more },
    });
    const { grantId: _grant, approvalId: _approval, ...plain } = more;
    const asked = turn[at("privilege.request")] ?? draft("x", "x");
    const { grantId = "t1/g1", approvalId } = { ...call.attrs, ...more };
    const granted = { ...turn[at("privilege.grant")]?.attrs, grantId, approvalId };
    const own = grantId === "t1/g1" ? [] : [{ ...(turn[at("privilege.grant")] ?? hit), key: "t1/g2", attrs: granted }];
    return turn.toSpliced(
      at("tool.result") + 1,
      0,
      { ...asked, key: "t1/a/0/c1", attrs: { ...asked.attrs, decision: "allow" } },
      ...own,
      again(call),
      { ...again(result), attrs: { ...result.attrs, callId: "c1", ...plain } },
    );
  };

  const leased = (how: { constraints?: JsonObject; revoked?: boolean; leaseId?: string }) => {
    const grant = turn[at("privilege.grant")] ?? hit;
    const lease = {
      ...grant,
      key: "t1/a/lease",
      attrs: { ...grant.attrs, grantId: "t1/a/lease", lease: true },
      values: { ...grant.values, constraints: how.constraints ?? { orderId: ["A1001"] } },
    };
    const end = draft("privilege.revoke", "t1/a/lease", { attrs: { grantId: "t1/a/lease" } });
    const own = { ...grant, attrs: { ...grant.attrs, leaseId: how.leaseId ?? "t1/a/lease" } };
    return turn.toSpliced(at("privilege.grant"), 1, lease, ...(how.revoked === true ? [end] : []), own);
  };

  /** A second turn of the same customer, in which a model is told what the tool had answered in the first one. */
  const readBy = (readers: string[]) => {
    const first = edit("tool.result", { readers });
    const second = refundTurn(2).map((each) =>
      each.kind === "llm.request" ? { ...each, attrs: { ...each.attrs, refs: ["t2/in", "t1/in"] } } : each,
    );
    return [...first, ...second];
  };
  /** The same call, allowed by a rule alone. */
  const unasked = (attrs: EventDraft["attrs"] = {}) =>
    without("approval.request", "approval.decision").map((each) => {
      const changes: Record<string, EventDraft["attrs"]> = {
        "privilege.request": { decision: "allow" },
        "privilege.grant": { approvalId: undefined },
        "tool.call": { approvalId: undefined, ...attrs },
      };
      return { ...each, attrs: { ...each.attrs, ...changes[each.kind] } };
    });
  const looked = (known: boolean) =>
    draft("privilege.known", "t1/a/0/c0", { attrs: { tool: "refund", known, read: true } });
  /** The agent's step under its real key, run because outside text decided so. */
  const controlled = (drafts: EventDraft[]) =>
    drafts.map((each) => ({
      ...each,
      ...(each.kind === "node.start" || each.kind === "node.end" ? { key: "t1/a/0" } : {}),
      ...(each.kind === "node.start" ? { attrs: { control: "untrusted" } } : {}),
      ...(each.parent === "t1/a" ? { parent: "t1/a/0" } : {}),
    }));
  const followed = (attrs: EventDraft["attrs"], decided?: string) => {
    const next = { id: "b", type: "reply" };
    const drafts = controlled(turn);
    const after = drafts.findIndex(({ kind }) => kind === "node.end") + 1;
    const decision = turn[at("approval.decision")] ?? hit;
    const edge = draft("edge.taken", "t1/e2", { parent: "t1/a/0", attrs: { edge: "e2", from: "a", to: "b" } });
    const start = draft("node.start", "t1/b/0", { node: next, attrs, values: { input: {} } });
    const end = draft("node.end", "t1/b/0", {
      node: next,
      attrs: { status: "done", ports: [] },
      values: { output: {} },
    });
    const own =
      decided === undefined ? [] : [{ ...decision, key: decided, attrs: { ...decision.attrs, approvalId: decided } }];
    return drafts.toSpliced(after, 0, ...own, edge, start, end);
  };

  const larger = { orderId: "A1001", amount: "3000" };

  it.each<[string, EventDraft[], string[]]>([
    ["kept", turn, []],
    ["S01: no grant", without("privilege.grant"), ["S01"]],
    ["S01: a grant for another tool", edit("privilege.grant", { tool: "mail" }), ["S01"]],
    ["S01: an expired grant", edit("privilege.grant", { expiresAt: 1 }), ["S01"]],
    [
      "S01: a revoked grant",
      insert("tool.call", 0, draft("privilege.revoke", "t1/a/r", { attrs: { grantId: "t1/g1" } })),
      ["S01"],
    ],
    ["kept: a grant from a lease", leased({}), []],
    ["S01: a lease for other values", leased({ constraints: { orderId: ["A1002"] } }), ["S01"]],
    ["S01: a lease that was taken back", leased({ revoked: true }), ["S01"]],
    ["S01: a lease without end", leased({ leaseId: "t1/none" }), ["S01"]],
    ["S01: a lease used as a grant", edit("privilege.grant", { lease: true }), ["S01"]],
    ["S01: one use too many", secondCall({ approvalId: undefined }), ["S01"]],
    ["kept: a signed grant for the host that it reaches", signedTurn({}), []],
    ["S01: a signed grant for another host", signedTurn({ audience: "https://other.example" }), ["S01"]],
    ["S01: a signed grant without a grant", signedTurn({ grantId: "t1/g7" }), ["S01"]],
    ["S01: a signed grant for another tool", signedTurn({ tool: "mail" }), ["S01"]],
    ["S01: a signed grant that outlives its grant", signedTurn({ expiresAt: 9_000_000_000_000 }), ["S01"]],
    ["S01: a signed grant before its call", signedTurn({}, "tool.call", 0), ["S01"]],
    ["S01: a signed grant that left twice", signedTurn({}, "tool.call", 1, 2), ["S01"]],
    ["S02: denied", edit("approval.decision", { decision: "deny" }), ["S02"]],
    ["S02: never decided", without("approval.decision"), ["S02"]],
    ["S02: never asked", without("approval.request", "approval.decision"), ["S02"]],
    [
      "S02: other arguments, and the grant as well",
      edit("tool.call", {}, { arguments: larger }).with(at("privilege.grant"), {
        ...(turn[at("privilege.grant")] ?? hit),
        values: { constraints: larger, sentence: "" },
      }),
      ["S02"],
    ],
    ["S02: another tool", edit("approval.request", { tool: "mail" }), ["S02"]],
    ["S02: a decision on something else", edit("approval.decision", { argsDigest: "A".repeat(43) }), ["S02"]],
    ["S02: one approval for two calls", secondCall({ grantId: "t1/g2" }), ["S02"]],
    ["S03: input not inspected", edit("guardrail.result", { ref: "t1/other" }), ["S03"]],
    ["S03: input blocked and used", edit("guardrail.result", { verdict: "block" }), ["S03"]],
    [
      "kept: orders cut out of a document",
      edit("llm.request", { refs: ["t1/in", "t1/a/0.k#0"] }).toSpliced(
        at("guardrail.result"),
        0,
        draft("retrieval.query", "t1/a/0.k", { node, attrs: { limit: 1 }, values: { query: "" } }),
        draft("retrieval.result", "t1/a/0.k", { node, attrs: { documents: ["d"] }, values: { passages: [] } }),
        {
          ...(turn[at("guardrail.result")] ?? hit),
          key: "fw/k",
          attrs: {
            ...turn[at("guardrail.result")]?.attrs,
            ref: "t1/a/0.k#0",
            verdict: "block",
            target: "document",
            categories: ["injection"],
          },
        },
      ),
      [],
    ],
    ["kept: a firewall that only observes", edit("guardrail.result", { verdict: "block", mode: "observe" }), []],
    [
      "kept: a refused call is told to the model",
      [
        ...turn.slice(0, at("privilege.request")),
        draft("privilege.deny", "t1/a/0/c9", {
          node,
          attrs: { tool: "refund", code: "no-grant" },
          values: { sentence: "No" },
        }),
        {
          ...(turn[at("llm.request")] ?? hit),
          key: "t1/a/1",
          attrs: { ...turn[at("llm.request")]?.attrs, refs: ["t1/in", "t1/a/0/c9"] },
        },
        ...turn.slice(at("node.end")),
      ],
      [],
    ],
    [
      "kept: the reply that used up the limit is not used",
      [
        ...turn.slice(0, at("llm.response") + 1),
        { ...hit, key: "t1/a/0/tokens", parent: "t1/a/0" },
        ...turn.slice(at("node.end")),
      ],
      [],
    ],
    [
      "S03: reply not inspected",
      turn.filter(({ kind, attrs }) => !(kind === "guardrail.result" && attrs["direction"] === "output")),
      ["S03"],
    ],
    ["kept: a second opinion that passes", insert("guardrail.result", 0, ...opinion("pass")), []],
    ["S03: a second opinion left out", insert("guardrail.result", 0, ...opinion("stop")), ["S03"]],
    ["S03: one that never came left out", insert("guardrail.result", 0, ...opinion("none")), ["S03"]],
    [
      "kept: a second opinion that the firewall only records",
      edit("guardrail.result", { verdict: "block", mode: "observe", categories: ["judge"] }).toSpliced(
        at("guardrail.result"),
        0,
        ...opinion("stop"),
      ),
      [],
    ],
    ["S04: on after the limit", insert("tool.call", 0, hit), ["S04"]],
    ["kept: the limit ends the turn", insert("node.end", 0, hit), []],
    ["S05: no result", without("tool.result"), ["S05"]],
    [
      "kept: the node failed without a result",
      edit("node.end", { status: "failed" }).filter(({ kind }) => kind !== "tool.result"),
      [],
    ],
    [
      "S05: a recovery is no result",
      turn.with(
        at("tool.result"),
        draft("run.recovered", "rec", { attrs: { lastSeq: at("tool.result"), openIntents: ["t1/a/0/c0"] } }),
      ),
      ["S05"],
    ],
    ["S06: a node that never ended", without("node.end"), ["S06"]],
    ["kept: outside text decided, and a person too", controlled(turn), []],
    ["S10: outside text decided, and nobody was asked", controlled(unasked()), ["S10"]],
    ["kept: a new target that a person approved", insert("privilege.request", 1, looked(false)), []],
    [
      "S11: a new target, and nobody was asked",
      unasked().toSpliced(at("privilege.request"), 0, looked(false)),
      ["S11"],
    ],
    ["kept: a target that earlier runs know", unasked().toSpliced(at("privilege.request"), 0, looked(true)), []],
    ["kept: what its reader hears", readBy(["customer"]), []],
    ["S12: what only a lead may read, told to a customer", readBy(["lead"]), ["S12"]],
    ["kept: it leaves after a person has decided", edit("tool.call", { readers: ["lead"] }), []],
    ["S12: it leaves, and nobody was asked", unasked({ readers: ["lead"] }), ["S12"]],
    ["kept: what outside text decided goes on", followed({ control: "untrusted" }), []],
    ["S10: it goes on as if nobody had decided", followed({}), ["S10"]],
    ["kept: a person decided in between", followed({}, "t1/a/0/decide"), []],
  ])("%s", async (_, drafts, codes) => {
    const report = await verifyBundle(await closedBundle(drafts), options);
    expect([report.verdict, report.codes]).toEqual([codes.length > 0 ? "FAILED" : "VERIFIED", codes]);
    if (codes.length > 0) expect(report.message).toMatch(new RegExp(`step ${report.step}\\b|ended`));
  });

  it("asks for a live grant only of an intent that something came of", async () => {
    const expired = edit("privilege.grant", { expiresAt: 1 });
    const codesTo = async (kind: string) => {
      const run = await startRun();
      await appendAll(run.journal, expired.slice(0, at(kind) + 1));
      return (await verifyBundle(await bundleOf(run), options)).codes;
    };
    expect(await codesTo("tool.call")).toEqual([]);
    expect(await codesTo("tool.result")).toEqual(["S01"]);
  });

  it("accepts an edit that a person made, and only that", async () => {
    const smaller = { orderId: "A1001", amount: "10" };
    const decided = edit("approval.decision", { decision: "edit" }, { arguments: smaller });
    const edited = decided.with(at("privilege.grant"), {
      ...(decided[at("privilege.grant")] ?? hit),
      values: { constraints: smaller, sentence: "" },
    });
    const call = edited[at("tool.call")] ?? hit;
    expect((await verifyBundle(await closedBundle(edited), options)).codes).toEqual(["S01", "S02"]);
    const executed = edited.with(at("tool.call"), { ...call, values: { ...call.values, arguments: smaller } });
    expect((await verifyBundle(await closedBundle(executed), options)).verdict).toBe("VERIFIED");
  });

  it("refuses an event of no known shape", async () => {
    expect((await verifyBundle(await closedBundle([draft("tool.magic", "x")]), options)).codes).toEqual(["E11"]);
    expect((await verifyBundle(await closedBundle([draft("kill.switch", "x")]), options)).codes).toEqual(["E11"]);
  });
});
