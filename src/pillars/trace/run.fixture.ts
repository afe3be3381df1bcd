import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256, utf8 } from "./bytes.ts";
import type { EventDraft, JsonValue } from "./event.ts";
import { createJournal, type Journal } from "./journal.ts";
import { closeEntry, openEntry } from "./ledger-entries.ts";
import { openLedger, type Ledger } from "./ledger.ts";
import { openRunLog, type RunLogOptions, type RunLogState } from "./log.ts";
import { MemoryTraceStore } from "./memory-store.ts";
import { digestOf } from "./canonical.ts";
import { formatVkey, type KeyAlgorithm } from "./signed-note.ts";
import type { Signer } from "./signature.ts";

/** Real keys, clocks and runs for the tests of this folder; all deterministic. */
export const workspace = "gatehouse.example/ws1";
export const runOrigin = `${workspace}/run/r1`;
export const flow = { id: "flow", nodes: [{ id: "a", type: "agent" }] };
export const policies = { grants: ["refund"] };

export function testSigner(name: string, seed = name, algorithm: KeyAlgorithm = "ed25519"): Signer {
  const secret = sha256(utf8(`seed ${seed}`));
  return {
    vkey: formatVkey(name, ed25519.getPublicKey(secret), algorithm),
    sign: async (message) => ed25519.sign(message, secret),
  };
}

export function testOptions(origin = runOrigin, seed = "salt"): RunLogOptions {
  let tick = 0;
  return {
    origin,
    signer: testSigner(origin),
    salt: ({ seq, field }) => sha256(utf8(`${seed} ${seq} ${field}`)).subarray(0, 16),
    clock: { now: () => 1_800_000_000_000 + ++tick * 7, monoUs: () => tick * 7000 },
  };
}

export function draft(kind: string, key: string, rest: Partial<EventDraft> = {}): EventDraft {
  return { kind, key, actor: { type: "system", ref: "engine" }, attrs: {}, values: {}, ...rest };
}

export interface TestRun {
  readonly store: MemoryTraceStore;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly close: (status?: string) => Promise<void>;
}

/** A run in a new workspace, opened in the ledger and in its own log. */
export async function startRun(
  origin = runOrigin,
  store = new MemoryTraceStore(),
  state?: RunLogState,
): Promise<TestRun> {
  const [workspaceName = workspace] = origin.split("/run/");
  let tick = 0;
  const ledger = await openLedger({
    origin: workspaceName,
    signer: testSigner(workspaceName),
    store,
    now: () => 1_800_000_000_000 + ++tick,
  });
  const options = testOptions(origin);
  const log = openRunLog(state, options);
  const journal = createJournal({ log, store });
  const digests = { flowDigest: digestOf(flow), policyDigest: digestOf(policies) };
  if (state === undefined) {
    await ledger.record([openEntry(log, digests)]);
    const attrs = { ...digests, engine: "1", models: ["scripted"], host: "memory", seed: 1 };
    await journal.append(draft("run.open", "run", { attrs, values: { flowTitle: "Support" } }));
  }

  async function close(status = "done"): Promise<void> {
    await journal.append(draft("run.close", "close", { attrs: { status, events: journal.size() + 1 } }));
    await ledger.record([closeEntry(log)]);
  }

  return { store, ledger, journal, close };
}

const user = { type: "user", ref: "u1" } as const;
const agent = { type: "agent", ref: "a" } as const;
const node = { id: "a", type: "agent" };

/** One turn with everything in it: guarded model calls, an approved tool call under a grant, the reply. */
export function refundTurn(turn = 1): EventDraft[] {
  const at = (key: string) => `t${turn}/${key}`;
  const guard = (key: string, ref: string, direction: string) =>
    draft("guardrail.result", key, {
      node,
      attrs: {
        ref,
        direction,
        target: "user",
        firewall: "f",
        mode: "enforce",
        verdict: "allow",
        score: 0.1,
        categories: [],
      },
      values: { findings: [] },
    });
  return [
    draft("turn.start", at("turn"), {
      attrs: { turn, role: "customer" },
      values: { speaker: { name: "Ada Lovelace" } },
    }),
    draft("message", at("in"), {
      actor: user,
      attrs: { role: "user", provider: "", aiModel: false },
      values: { content: "Where is my refund? \u{1F600}", sources: [], options: [] },
    }),
    draft("node.start", at("a"), { node, values: { input: {} } }),
    guard(at("a/0/f"), at("in"), "input"),
    draft("llm.request", at("a/0"), {
      node,
      parent: at("a"),
      actor: agent,
      attrs: { model: "scripted", provider: "scripted", refs: [at("in")], tools: ["refund"] },
      values: { instructions: "Be kind." },
    }),
    draft("llm.response", at("a/0"), {
      node,
      actor: agent,
      attrs: { model: "scripted", finishReason: "tool-calls", inputTokens: 3, outputTokens: 4 },
      values: { text: "", toolCalls: [], sources: [] },
    }),
    guard(at("a/0"), at("a/0"), "output"),
    ...approvedCall(at),
    draft("node.end", at("a"), {
      node,
      attrs: { status: "done", ports: ["reply"] },
      values: { output: { reply: "Refunded" } },
    }),
    draft("message", at("out"), {
      actor: agent,
      attrs: { role: "assistant", provider: "scripted", aiModel: true },
      values: { content: "Refunded 30 EUR.", sources: [], options: [] },
    }),
    draft("turn.end", at("turn"), { attrs: { turn, status: "done" }, values: { sentence: "" } }),
  ];
}

function approvedCall(at: (key: string) => string): EventDraft[] {
  const grantId = at("g1");
  const approvalId = at("p1");
  const args = { orderId: "A1001", amount: "30" };
  return [
    draft("privilege.request", at("a/0/c0"), {
      node,
      attrs: { tool: "refund", decision: "ask", rules: ["r1"] },
      values: { sentence: "May refund after approval" },
    }),
    draft("approval.request", at("a/0/c0/ap"), {
      node,
      attrs: {
        approvalId,
        tool: "refund",
        argsDigest: "",
        expiresAt: 1_900_000_000_000,
        roles: ["supervisor"],
        requester: "u1",
        allowEdit: true,
        why: "rule",
      },
      values: { arguments: args, origins: {}, sentence: "Refund 30", rule: "above 20", checks: [] },
    }),
    draft("approval.decision", at("a/0/c0/ap"), {
      actor: { type: "approver", ref: "s1" },
      attrs: { approvalId, decision: "approve", role: "supervisor", argsDigest: "" },
      values: { name: "Grace", comment: "fine" },
    }),
    draft("privilege.grant", at("a/0/c0"), {
      node,
      parent: at("a"),
      attrs: {
        grantId,
        tool: "refund",
        uses: 1,
        ttlMs: 1000,
        expiresAt: 1_900_000_000_000,
        reason: "approval",
        approvalId,
      },
      values: { constraints: args, sentence: "May refund once" },
    }),
    draft("tool.call", at("a/0/c0"), {
      node,
      parent: at("a"),
      actor: agent,
      attrs: { tool: "refund", callId: "c0", effect: "pay", grantId, approvalId },
      values: { arguments: args, origins: {} },
    }),
    draft("privilege.use", at("a/0/c0"), { attrs: { grantId, tool: "refund" } }),
    draft("tool.result", at("a/0/c0"), {
      actor: { type: "tool", ref: "refund" },
      attrs: { tool: "refund", callId: "c0", outcome: "success" },
      values: { result: { ok: true } },
    }),
    draft("privilege.revoke", at("a/0/c0"), { attrs: { grantId } }),
  ];
}

export async function appendAll(journal: Journal, drafts: readonly EventDraft[]): Promise<void> {
  let argsDigest: JsonValue = "";
  for (const each of drafts) {
    const decides = each.kind === "approval.decision" && each.attrs["argsDigest"] === "";
    const event = await journal.append(decides ? { ...each, attrs: { ...each.attrs, argsDigest } } : each);
    argsDigest = event.attrs["argsDigest"] ?? argsDigest;
  }
}
