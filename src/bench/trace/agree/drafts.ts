import type { EventDraft, JsonObject, JsonValue } from "#pillars/trace";
import type { Random } from "./random.ts";
import { later, start } from "./world.ts";

const node = { id: "a", type: "agent" };

export function draft(kind: string, key: string, attrs: JsonObject = {}, values: JsonObject = {}): EventDraft {
  const actor =
    kind === "approval.decision"
      ? ({ type: "approver", ref: "mara" } as const)
      : ({ type: "system", ref: "engine" } as const);
  return { kind, key, actor, attrs, values };
}

const inNode = (each: EventDraft, parent?: string): EventDraft => ({
  ...each,
  node,
  ...(parent === undefined ? {} : { parent }),
});

const phrases = [
  "Where is A1001?",
  "",
  'Grüße \u{1F600}\u2028 "quoted" \\ \u0000\u001f\u007f',
  "\u{10FFFF}\uFFFD",
  "1e21",
  " ",
] as const;

/** One turn of an honest run: what the gate of the house would have recorded, in one of many shapes. */
export function turnOf(turn: number, random: Random, hasDayLimits: boolean): EventDraft[] {
  const t = `t${turn}`;
  const step = `${t}/a/0`;
  const marked = random.chance(0.15);
  const hops = 1 + random.below(3);
  const events: EventDraft[] = [
    draft("turn.start", `${t}/turn`, { turn, role: "customer" }, { speaker: { id: "nora", name: "Nora" } }),
    draft(
      "message",
      `${t}/in`,
      { role: "user", provider: "", aiModel: false },
      { content: random.pick(phrases), sources: [], options: [] },
    ),
    ...(random.chance(0.3) ? [draft("edge.taken", `${t}/e`, { edge: "e", from: "in", to: "a" })] : []),
    inNode(
      draft("node.start", step, marked ? { control: "untrusted" } : {}, { input: { message: random.pick(phrases) } }),
    ),
    guard(`in/${step}`, `${t}/in`, "input", random.chance(0.1) ? "redact" : "allow"),
  ];
  const refs = [`${t}/in`];
  for (let hop = 0; hop < hops; hop += 1) events.push(...modelCall({ step, hop, refs, marked, hasDayLimits, random }));
  if (random.chance(0.1)) {
    events.push(
      inNode(draft("limit.hit", `${step}/limit`, { limit: "steps", used: 12, max: 12 }, { sentence: "Enough." })),
    );
  }
  events.push(
    inNode(
      draft(
        "node.end",
        step,
        { status: "done", ports: ["reply"] },
        { output: { reply: random.pick(phrases), score: 0.1, big: 1e21 } },
      ),
    ),
    ...(marked ? handedOn(t, step) : []),
    draft(
      "message",
      `${t}/out`,
      { role: "assistant", provider: "scripted", aiModel: true },
      { content: "Done.", sources: [], options: [] },
    ),
    draft("turn.end", `${t}/turn`, { turn, status: "done" }, { sentence: "" }),
  );
  return events;
}

/** The next step, which runs because the first one did. */
function handedOn(t: string, step: string): EventDraft[] {
  const next = { id: "b", type: "set" };
  return [
    { ...draft("edge.taken", `${t}/b`, { edge: "b", from: "a", to: "b" }), parent: step },
    { ...draft("node.start", `${t}/b/0`, { control: "untrusted" }, { input: {} }), node: next },
    { ...draft("node.end", `${t}/b/0`, { status: "done", ports: [] }, { output: {} }), node: next },
  ];
}

interface Hop {
  readonly step: string;
  readonly hop: number;
  readonly refs: string[];
  readonly marked: boolean;
  readonly hasDayLimits: boolean;
  readonly random: Random;
}

function modelCall({ step, hop, refs, marked, hasDayLimits, random }: Hop): EventDraft[] {
  const key = `${step}/h${hop}`;
  const claim = hasDayLimits ? [claimOf("model", key)] : [];
  const request = draft(
    "llm.request",
    key,
    { model: "scripted", provider: "scripted", refs: [...refs], tools: ["refund"] },
    { instructions: "Be kind." },
  );
  const fails = random.chance(0.1);
  const response = draft(
    "llm.response",
    key,
    {
      model: "scripted",
      finishReason: fails ? "error" : "stop",
      inputTokens: 3,
      outputTokens: 4,
      ...(fails ? { failure: "network" } : {}),
    },
    { text: random.pick(phrases), toolCalls: [], sources: [], ...(fails ? { sentence: "It broke off." } : {}) },
  );
  const opinion = random.chance(0.2)
    ? [
        draft(
          "guardrail.request",
          `judge/${key}`,
          { tier: "judge", model: "m", provider: "p", firewall: "f", ref: key, direction: "output" },
          { text: "?" },
        ),
        draft(
          "guardrail.response",
          `judge/${key}`,
          { tier: "judge", model: "m", firewall: "f", ref: key, verdict: "stop", inputTokens: 1, outputTokens: 1 },
          { answer: "stop", reason: "odd" },
        ),
      ]
    : [];
  const calls: EventDraft[] = [];
  for (let at = random.below(3); at > 0 && !fails && opinion.length === 0; at -= 1) {
    const call = `${key}.c${at}`;
    const reads = marked || random.chance(0.4);
    calls.push(...(reads ? readCall(call, step, hasDayLimits, random) : askedCall(call, step, hasDayLimits, random)));
    calls.push(guard(`tool/${call}`, call, "input", "allow", "tool"));
    refs.push(call);
  }
  const checked = fails
    ? []
    : [
        guard(
          `out/${key}`,
          key,
          "output",
          opinion.length > 0 ? "block" : "allow",
          "model",
          opinion.length > 0 ? ["judge"] : [],
        ),
      ];
  return [...claim, inNode(request, step), inNode(response, step), ...opinion, ...checked, ...calls];
}

function guard(
  key: string,
  ref: string,
  direction: string,
  verdict: string,
  target = "user",
  categories: string[] = [],
): EventDraft {
  const attrs = { ref, direction, target, firewall: "f", mode: "enforce", verdict, score: 0.125, categories };
  return inNode(
    draft("guardrail.result", key, attrs, { findings: categories.map((category) => ({ category, action: verdict })) }),
  );
}

function claimOf(what: string, key: string): EventDraft {
  return inNode(draft("budget.claim", key, { day: "2026-11-29", what, granted: true, lines: [] }));
}

/** Fills in what each claim found: nothing but what stands before it in this run, and one other chat. */
export function counted(drafts: readonly EventDraft[]): EventDraft[] {
  const uses: ReadonlySet<string> = new Set(["llm.request", "tool.call", "budget.claim"]);
  const calls = new Set<string>();
  let chats = 0;
  return drafts.map((each) => {
    const isCall = each.kind === "tool.call" || each.attrs["what"] === "tool-call";
    const line = { elsewhere: 1, held: 0, answer: 0 };
    const lines = [
      { ...line, limit: "chatsPerDay", most: 50, here: chats, asked: 1 - chats },
      { ...line, limit: "toolCallsPerDay", most: 40, here: calls.size, asked: isCall ? 1 : 0 },
    ];
    if (uses.has(each.kind)) chats = 1;
    if (isCall) calls.add(each.key);
    return each.kind === "budget.claim" ? { ...each, attrs: { ...each.attrs, lines } } : each;
  });
}

/** By a step, for exactly these arguments; a lease for these values of them. */
function grantBy(step: string, tool: string) {
  return (id: string, constraints: JsonValue, more: JsonObject = {}): EventDraft => {
    const attrs = { grantId: id, tool, uses: 1, ttlMs: 60_000, expiresAt: later, reason: "rule", ...more };
    return inNode(draft("privilege.grant", `${id}/grant`, attrs, { constraints, sentence: "Once." }), step);
  };
}

const result = (key: string, tool: string): EventDraft =>
  inNode(
    draft(
      "tool.result",
      key,
      { tool, callId: key, outcome: "success", ...(tool === "refund" ? { readers: ["customer"] } : {}) },
      { result: { ok: true, total: 89.9 } },
    ),
  );

/** A look-up under a rule: alone, from a lease, or on its way to a server with a signed permission. */
function readCall(key: string, step: string, hasDayLimits: boolean, random: Random): EventDraft[] {
  const tool = "look_up_order";
  const id = `g-${key}`;
  const shape = random.pick(["plain", "lease", "token", "denied"]);
  const claim = hasDayLimits ? [claimOf("tool-call", key)] : [];
  const args = { orderId: "A1001", count: 2 };
  const call = inNode(
    draft("tool.call", key, { tool, callId: key, effect: "read", grantId: id }, { arguments: args, origins: {} }),
    step,
  );
  const grantOf = grantBy(step, tool);
  const asked = draft("privilege.request", key, { tool, decision: "allow", rules: ["r"] }, { sentence: "May look." });
  const lease = grantOf(`l-${key}`, { orderId: ["A1001", "A1002"], count: [2] }, { lease: true, uses: 2 });
  const token = draft("privilege.token", `${key}/token`, {
    grantId: id,
    tool,
    audience: "https://shop.example",
    jti: key,
    digest: "d",
    expiresAt: later,
  });
  const deny = draft("privilege.deny", key, { tool, code: "expired" }, { sentence: "No." });
  switch (shape) {
    case "plain":
      return [
        asked,
        grantOf(id, args),
        ...claim,
        call,
        draft("privilege.use", key, { grantId: id, tool }),
        result(key, tool),
        draft("privilege.revoke", `${key}/over`, { grantId: id }),
      ];
    case "lease":
      return [asked, lease, grantOf(id, args, { leaseId: `l-${key}` }), ...claim, call, result(key, tool)];
    case "token":
      return [asked, grantOf(id, args, { host: "https://shop.example" }), ...claim, call, token, result(key, tool)];
    case "denied":
      // It ran out between the grant and the intent.
      return [asked, grantOf(id, args, { expiresAt: start }), ...claim, call, deny];
  }
}

/** A refund that one or two people approve, as it is or changed, perhaps after a reminder. */
function askedCall(key: string, step: string, hasDayLimits: boolean, random: Random): EventDraft[] {
  const tool = "refund";
  const approvalId = `${step}~1/${key.slice(step.length + 1)}`;
  const args = { amount: 40.5, orderId: "A1001" };
  const edited = random.chance(0.2);
  const executed = edited ? { ...args, amount: 30 } : args;
  const two = random.chance(0.2);
  const request = {
    approvalId,
    tool,
    argsDigest: "",
    expiresAt: later,
    roles: ["lead"],
    requester: "nora",
    allowEdit: true,
    why: "rule",
  };
  const decision = draft(
    "approval.decision",
    `${key}/decision`,
    { approvalId, decision: edited ? "edit" : "approve", role: "lead", argsDigest: "" },
    { name: "Mara", comment: random.pick(phrases), ...(edited ? { arguments: { ...args, amount: 30 } } : {}) },
  );
  const second: EventDraft = { ...decision, key: `${key}/second`, actor: { type: "approver", ref: "lena" } };
  const id = `g-${key}`;
  return [
    draft(
      "privilege.request",
      key,
      { tool, decision: "ask", rules: ["r"] },
      { sentence: "May refund after approval." },
    ),
    inNode(
      draft(
        "approval.request",
        `${key}/asked`,
        { ...request, ...(two ? { people: 2 } : {}), remindAt: 0 },
        { arguments: args, origins: {}, sentence: "Refund", rule: "r", checks: [] },
      ),
    ),
    ...(random.chance(0.3) ? [draft("approval.reminder", `${key}/reminder`, { approvalId })] : []),
    decision,
    ...(two ? [second] : []),
    grantBy(step, tool)(id, executed, { approvalId }),
    ...(hasDayLimits ? [claimOf("tool-call", key)] : []),
    inNode(
      draft(
        "tool.call",
        key,
        { tool, callId: key, effect: "pay", grantId: id, approvalId },
        {
          arguments: executed,
          origins: { amount: { kind: "user", title: "your message", key: "t1/in", integrity: "user" } },
        },
      ),
      step,
    ),
    result(key, tool),
    draft("privilege.expire", `${key}/over`, { grantId: id }),
  ];
}
