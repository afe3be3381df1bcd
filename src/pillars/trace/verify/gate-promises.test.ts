import { expect, it } from "vitest";
import { thresholds } from "#pillars/firewall";
import type { JsonObject } from "#engine";
import type { EventDraft } from "../event.ts";
import { draft, refundTurn, testSigner } from "../run.fixture.ts";
import { closedBundle, options } from "./bundle.fixture.ts";
import { helpersOf } from "./rules/drawing.ts";
import { budgetRule } from "./rules/budget.ts";
import { drawnFirewallRule } from "./rules/firewall-as-drawn.ts";
import { findingsOf } from "./rule.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";
import type { EventOf, RunEvent } from "#engine";

// Planted violations: runs sealed with all the true keys whose recorder left out or bent what the gate does.

type Change = (turn: EventDraft[]) => EventDraft[];
type Edit = { readonly attrs?: EventDraft["attrs"]; readonly values?: JsonObject; readonly actor?: string };

const node = { id: "a", type: "agent" };

/** Changes the `nth` event of a kind. */
const edit =
  (kind: string, { attrs = {}, values = {}, actor }: Edit, nth = 0): Change =>
  (turn) => {
    const index = placeOf(turn, kind, nth);
    return turn.map((each, at) =>
      at !== index
        ? each
        : {
            ...each,
            attrs: { ...each.attrs, ...attrs },
            values: { ...each.values, ...values },
            ...(actor !== undefined && { actor: { ...each.actor, ref: actor } }),
          },
    );
  };
const drop =
  (...kinds: string[]): Change =>
  (turn) =>
    turn.filter(({ kind }) => !kinds.includes(kind));
const put =
  (kind: string, offset: number, ...events: EventDraft[]): Change =>
  (turn) =>
    turn.toSpliced(placeOf(turn, kind) + offset, 0, ...events);
const move =
  (kind: string, nth: number, before: string): Change =>
  (turn) => {
    const at = placeOf(turn, kind, nth);
    const rest = turn.toSpliced(at, 1);
    return rest.toSpliced(placeOf(rest, before), 0, ...turn.slice(at, at + 1));
  };
const all =
  (...changes: Change[]): Change =>
  (turn) =>
    changes.reduce((drafts, change) => change(drafts), turn);

function placeOf(turn: readonly EventDraft[], kind: string, nth = 0): number {
  return turn.flatMap((each, at) => (each.kind === kind ? [at] : []))[nth] ?? turn.length;
}

const plainly = all(
  drop("approval.request", "approval.decision"),
  edit("privilege.grant", { attrs: { approvalId: undefined } }),
  edit("tool.call", { attrs: { approvalId: undefined } }),
);
const allowed = all(plainly, edit("privilege.request", { attrs: { decision: "allow" } }));
const decision = (by: string, approver?: string) =>
  draft("approval.decision", `t1/a/0/c0/${by}`, {
    actor: { type: "approver", ref: by },
    attrs: {
      approvalId: "t1/p1",
      decision: "approve",
      role: "supervisor",
      argsDigest: "",
      ...(approver !== undefined && { approver }),
    },
    values: { name: by, comment: "" },
  });
const stop = draft("kill.switch", "t1/turn", { actor: { type: "user", ref: "u1" }, attrs: { by: "person" } });
const question = { model: "scripted", provider: "scripted", tools: [] };
const recovered = (lastSeq: number, openIntents: string[]) =>
  draft("run.recovered", "r", { attrs: { lastSeq, openIntents } });
const asked = all(
  edit("guardrail.result", { attrs: { verdict: "ask", categories: ["topics"] } }),
  put(
    "llm.request",
    0,
    draft("approval.decision", "t1/a/0/f", {
      actor: { type: "approver", ref: "s1" },
      attrs: { approvalId: "t1/a/0/f", decision: "approve", role: "lead", argsDigest: "" },
      values: { name: "Grace", comment: "" },
    }),
  ),
);

it.each<[string, Change, string[]]>([
  ["kept", all(), []],
  ["kept: allowed by a rule", allowed, []],
  ["S01: the rules were not asked", all(allowed, drop("privilege.request")), ["S01"]],
  ["S01: the rules deny it", all(allowed, edit("privilege.request", { attrs: { decision: "deny" } })), ["S01"]],
  ["S01: asked about another tool", all(allowed, edit("privilege.request", { attrs: { tool: "mail" } })), ["S01"]],
  [
    "S01: a grant of another step",
    (turn) =>
      turn.map((each) => (each.kind === "privilege.grant" ? { ...each, node: { id: "b", type: "agent" } } : each)),
    ["S01"],
  ],
  ["S01: a grant for other arguments", edit("privilege.grant", { values: { constraints: {} } }), ["S01"]],
  ["S01: a grant for another approval", edit("privilege.grant", { attrs: { approvalId: "t1/other" } }), ["S01"]],
  ["S02: the rule asks, and nobody was asked", plainly, ["S02"]],
  ["S02: by a role that may not", edit("approval.decision", { attrs: { role: "customer" } }), ["S02"]],
  [
    "kept: by any role",
    all(edit("approval.request", { attrs: { roles: [] } }), edit("approval.decision", { attrs: { role: "x" } })),
    [],
  ],
  ["S02: by the one who asked", edit("approval.decision", { actor: "U1 " }), ["S02"]],
  ["S02: too late", edit("approval.request", { attrs: { expiresAt: 1_700_000_000_000 } }), ["S02"]],
  [
    "S02: after the time was over",
    put("approval.decision", 0, draft("approval.timeout", "t1/p1", { attrs: { approvalId: "t1/p1" } })),
    ["S02"],
  ],
  [
    "S02: changed by one who may not change it",
    all(
      edit("approval.request", { attrs: { allowEdit: false } }),
      edit("approval.decision", {
        attrs: { decision: "edit" },
        values: { arguments: { orderId: "A1001", amount: "30" } },
      }),
    ),
    ["S02"],
  ],
  ["S03: a reply used before it was checked", move("guardrail.result", 1, "privilege.use"), ["S03"]],
  [
    "S03: a reply used that was stopped",
    edit("guardrail.result", { attrs: { verdict: "block", categories: ["leak"] } }, 1),
    ["S03"],
  ],
  [
    "S03: checked for another step",
    (turn) => turn.map((each) => (each.key === "t1/a/0/f" ? { ...each, node: { id: "b", type: "agent" } } : each)),
    ["S03"],
  ],
  [
    "S03: a message passed off as data",
    edit("guardrail.result", { attrs: { verdict: "block", target: "tool", categories: ["injection"] } }),
    ["S03"],
  ],
  [
    "S03: judged until it passed",
    all(edit("guardrail.result", { attrs: { verdict: "block", categories: ["injection"] } }), (turn) =>
      turn.toSpliced(placeOf(turn, "llm.request"), 0, ...refundTurn().slice(3, 4)),
    ),
    ["S03"],
  ],
  ["kept: a person let it pass", asked, []],
  ["S03: nobody let it pass", all(asked, edit("approval.decision", { attrs: { decision: "deny" } })), ["S03"]],
  ["S03: allowed in spite of its score", edit("guardrail.result", { attrs: { score: 0.5 } }), ["S03"]],
  [
    "S03: allowed in spite of what was found",
    edit("guardrail.result", { attrs: { categories: ["injection"] } }),
    ["S03"],
  ],
  [
    "S03: milder than what was found",
    edit("guardrail.result", {
      attrs: { verdict: "warn", categories: ["injection"] },
      values: { findings: [{ action: "block", category: "injection" }] },
    }),
    ["S03"],
  ],
  ["S04: on after it was stopped", put("tool.call", 0, stop), ["S04"]],
  ["kept: stopped while it worked", put("tool.result", 0, stop), []],
  [
    "S05: a result without a call",
    put(
      "node.end",
      0,
      draft("tool.result", "t1/a/0/c7", {
        node,
        attrs: { tool: "refund", callId: "c7", outcome: "success" },
        values: { result: {} },
      }),
    ),
    ["S05"],
  ],
  [
    "S05: a second result",
    (turn) => turn.toSpliced(placeOf(turn, "node.end"), 0, ...turn.filter(({ kind }) => kind === "tool.result")),
    ["S05"],
  ],
  ["S06: a call of a node that has ended", move("node.end", 0, "tool.call"), ["S06"]],
  [
    "S06: an end without a start",
    put(
      "turn.end",
      0,
      draft("node.end", "t1/b", {
        node: { id: "b", type: "x" },
        attrs: { status: "done", ports: [] },
        values: { output: {} },
      }),
    ),
    ["S06"],
  ],
  ["S13: a model that the run did not name", edit("llm.request", { attrs: { model: "other" } }), ["S13"]],
  [
    "S13: a message that came later",
    all(edit("llm.request", { attrs: { refs: ["t1/out"] } }), edit("guardrail.result", { attrs: { ref: "t1/out" } })),
    ["S13"],
  ],
  [
    "S13: a reply that came later",
    all(edit("llm.request", { attrs: { refs: ["t1/a/0"] } }), edit("guardrail.result", { attrs: { ref: "t1/a/0" } })),
    ["S13"],
  ],
  [
    "S13: something that never was",
    all(edit("llm.request", { attrs: { refs: ["t1/x/y"] } }), edit("guardrail.result", { attrs: { ref: "t1/x/y" } })),
    ["S13"],
  ],
  [
    "kept: a value of the step itself",
    all(
      edit("llm.request", { attrs: { refs: ["t1/a/prompt"] } }),
      edit("guardrail.result", { attrs: { ref: "t1/a/prompt" } }),
    ),
    [],
  ],
  ["kept: a recovery that says where it stood", put("tool.result", 0, recovered(13, ["t1/a/0/c0"])), []],
  ["S13: a recovery elsewhere", put("tool.result", 0, recovered(11, ["t1/a/0/c0"])), ["S13"]],
  ["S13: a recovery that keeps silent", put("tool.result", 0, recovered(13, [])), ["S13"]],
  [
    "S13: a model call in doubt that was none",
    put(
      "node.end",
      0,
      recovered(16, ["t1/a/0"]),
      draft("llm.request", "t1/a/1", {
        node,
        parent: "t1/a",
        attrs: { ...question, refs: [] },
        values: { instructions: "" },
      }),
      draft("llm.response", "t1/a/1", {
        node,
        attrs: { model: "scripted", finishReason: "error", inputTokens: 0, outputTokens: 0, failure: "model-failed" },
        values: { text: "", toolCalls: [], sources: [] },
      }),
    ),
    ["S13"],
  ],
])("%s", async (_, change, codes) => {
  const report = await verifyBundle(await closedBundle(change(refundTurn())), options);
  expect([report.verdict, report.codes]).toEqual([codes.length > 0 ? "FAILED" : "VERIFIED", codes]);
});

it("counts one key under two names as one person", async () => {
  const two = edit("approval.request", { attrs: { people: 2 } });
  const [one, other] = ["mara.example", "lena.example"].map((name) => testSigner(name, "one", "cosignature").vkey);
  const found = async (...decisions: EventDraft[]) => {
    const drafts = all(two, drop("approval.decision"), put("privilege.grant", 0, ...decisions))(refundTurn());
    return (await verifyBundle(await closedBundle(drafts), options)).codes;
  };
  expect(await found(decision("mara"), decision("lena"))).toEqual([]);
  // Nobody has signed here, so S07 is found as well.
  expect(await found(decision("mara", one), decision("lena", other))).toContain("S02");
  const third = testSigner("lena.example", "two", "cosignature").vkey;
  expect(await found(decision("mara", one), decision("lena", third))).toEqual(["S07"]);
});

const drawn = (type: string, config: JsonObject) => ({
  nodes: [
    { id: "a", type: "agent", config: {} },
    { id: "h", type, config },
  ],
  edges: [{ kind: "attach", from: { node: "h", port: type }, to: { node: "a", port: type } }],
});
const common = { node, key: "k", parent: "t1/a/0", actor: { type: "system", ref: "x" }, time: 0 } as const;
const judgement = (attrs: Partial<EventOf<"guardrail.result">["attrs"]>): RunEvent => ({
  ...common,
  seq: 0,
  kind: "guardrail.result",
  attrs: {
    ref: "r",
    direction: "input",
    target: "user",
    firewall: "h",
    mode: "enforce",
    verdict: "allow",
    score: 0,
    categories: [],
    ...attrs,
  },
  values: {},
});

it.each<[string, JsonObject, Parameters<typeof judgement>[0], number]>([
  ["kept", {}, {}, 0],
  ["kept: it is drawn to observe", { mode: "observe" }, { mode: "observe" }, 0],
  ["another firewall", {}, { firewall: "other" }, 1],
  ["another mode than is drawn", { mode: "enforce" }, { mode: "observe" }, 1],
  ["another mode than that of a new firewall", {}, { mode: "warn" }, 1],
  ["a score of the usual threshold", {}, { score: thresholds.normal }, 1],
  [
    "kept: that score where a check is less sensitive",
    { guards: { links: { sensitivity: "low" } } },
    { score: thresholds.normal },
    0,
  ],
  ["a score of the highest threshold", { guards: { links: { sensitivity: "low" } } }, { score: thresholds.low }, 1],
])("a firewall as it is drawn: %s", (_, config, attrs, found) => {
  const rule = drawnFirewallRule({ flow: drawn("firewall", config) });
  expect(findingsOf(rule, [judgement(attrs)]).map(({ code }) => code)).toEqual(
    Array.from({ length: found }, () => "S03"),
  );
});

const ask = (key: string): RunEvent => ({
  ...common,
  key,
  seq: 0,
  kind: "llm.request",
  attrs: { ...question, refs: [] },
  values: {},
});
const told = (inputTokens: number): RunEvent => ({
  ...common,
  seq: 0,
  kind: "llm.response",
  attrs: { model: "m", finishReason: "stop", inputTokens, outputTokens: 0 },
  values: {},
});
const callOf = (tool: string): RunEvent => ({
  ...common,
  seq: 0,
  kind: "tool.call",
  attrs: { tool, callId: "c", effect: "read", grantId: "g" },
  values: {},
});
const turnStart: RunEvent = { ...common, seq: 0, kind: "turn.start", attrs: { turn: 2, role: "x" }, values: {} };

it.each<[string, JsonObject | undefined, RunEvent[], number]>([
  ["kept: as many as it may", { steps: 2 }, [ask("a"), ask("b")], 0],
  ["one model call too many", { steps: 2 }, [ask("a"), ask("b"), ask("c")], 1],
  ["kept: a new message", { steps: 1 }, [ask("a"), turnStart, ask("b")], 0],
  ["one too many in the whole chat", { steps: 1, scope: "perRun" }, [ask("a"), turnStart, ask("b")], 1],
  ["one tool call too many", { toolCalls: 1 }, [callOf("x"), callOf("y")], 1],
  ["one call of a tool too many", { toolCallsPerTool: 1 }, [callOf("x"), callOf("y"), callOf("y")], 1],
  ["kept: the tokens went with the last call", { inputTokens: 10 }, [ask("a"), told(11)], 0],
  ["on after the tokens were used up", { inputTokens: 10 }, [ask("a"), told(11), ask("b")], 1],
  ["without a Limits node", undefined, Array.from({ length: 13 }, (_, at) => ask(String(at))), 1],
])("S04, counted anew: %s", (_, config, events, found) => {
  const flow = config === undefined ? { nodes: [], edges: [] } : drawn("limits", config);
  const findings = findingsOf(budgetRule({ flow }), events);
  expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: found }, () => "S04"));
});

it("a drawing that is none has no helpers", () => {
  expect([null, { nodes: [], edges: [{}] }, "x"].map((flow) => helpersOf(flow, "limits").size)).toEqual([0, 0, 0]);
});
