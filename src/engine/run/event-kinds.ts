import { z } from "zod";
import { integrity } from "../value/label.ts";
import { jsonObject, jsonValue } from "../value/json.ts";
import { toolEffect } from "../port/tool.ts";

/**
 * The closed list of what a run can record. `attrs` is public and never holds personal text; `values` is what a person may
 * later have erased: the log keeps only salted digests of it. A new kind or attribute is added here and nowhere else.
 */
const text = z.string();
const count = z.number().int().nonnegative();
const names = z.array(text);
const none = z.strictObject({});

export const verdicts = ["allow", "warn", "redact", "ask", "block"] as const;
export const turnStatuses = ["done", "blocked", "denied", "failed", "stopped"] as const;
export const decisions = ["approve", "deny", "edit"] as const;

/** Where a value came from, for the person who decides. `title` is in their words: "your message", "order A1001". */
export const origin = z.strictObject({
  kind: z.enum(["user", "record", "author", "outside", "model"]),
  title: text,
  key: text,
  integrity,
});
export type Origin = z.infer<typeof origin>;

export const eventSchemas = {
  "run.open": {
    attrs: z.strictObject({
      flowDigest: text,
      policyDigest: text,
      engine: text,
      models: names,
      host: text,
      seed: count,
    }),
    values: z.strictObject({ flowTitle: text }),
  },
  "run.close": {
    attrs: z.strictObject({ status: z.enum([...turnStatuses, "abandoned"]), events: count }),
    values: none,
  },
  "run.recovered": { attrs: z.strictObject({ lastSeq: count, openIntents: names }), values: none },
  "run.export": { attrs: z.strictObject({ events: count }), values: none },
  "turn.start": { attrs: z.strictObject({ turn: count, role: text }), values: z.strictObject({ speaker: jsonObject }) },
  "turn.end": {
    attrs: z.strictObject({ turn: count, status: z.enum(turnStatuses) }),
    values: z.strictObject({ sentence: text }),
  },
  /** `control` where text that anybody may have written decided that the step runs. */
  "node.start": {
    attrs: z.strictObject({ control: z.literal("untrusted").optional() }),
    values: z.strictObject({ input: jsonObject }),
  },
  "node.end": {
    attrs: z.strictObject({ status: z.enum(["done", "blocked", "failed", "stopped"]), ports: names }),
    values: z.strictObject({ output: jsonObject }),
  },
  "edge.taken": { attrs: z.strictObject({ edge: text, from: text, to: text }), values: none },
  error: { attrs: z.strictObject({ code: text, attempt: count }), values: z.strictObject({ sentence: text }) },
  message: {
    attrs: z.strictObject({ role: z.enum(["user", "assistant"]), provider: text, aiModel: z.boolean() }),
    values: z.strictObject({ content: text, sources: z.array(jsonObject), options: names }),
  },
  "llm.request": {
    attrs: z.strictObject({ model: text, provider: text, refs: names, tools: names }),
    values: z.strictObject({ instructions: text }),
  },
  "llm.response": {
    attrs: z.strictObject({
      model: text,
      finishReason: text,
      inputTokens: count,
      outputTokens: count,
      failure: text.optional(),
    }),
    values: z.strictObject({
      text,
      toolCalls: z.array(jsonObject),
      sources: z.array(jsonObject),
      sentence: text.optional(),
    }),
  },
  "retrieval.query": { attrs: z.strictObject({ limit: count }), values: z.strictObject({ query: text }) },
  "retrieval.result": {
    attrs: z.strictObject({ documents: names }),
    values: z.strictObject({ passages: z.array(jsonObject) }),
  },
  /** What the system of record says about a call, asked of it and not of the model. */
  "privilege.facts": {
    attrs: z.strictObject({ tool: text, ownRecord: z.boolean(), sameTarget: z.boolean() }),
    values: none,
  },
  /** Whether earlier runs of the flow have used the tool for this target with a person's approval; `no` also where they cannot say. */
  "privilege.known": {
    attrs: z.strictObject({ tool: text, known: z.boolean(), read: z.boolean() }),
    values: none,
  },
  "privilege.request": {
    attrs: z.strictObject({ tool: text, decision: z.enum(["allow", "ask", "deny"]), rules: names }),
    values: z.strictObject({ sentence: text }),
  },
  "privilege.grant": {
    attrs: z.strictObject({
      grantId: text,
      tool: text,
      uses: count,
      ttlMs: count,
      expiresAt: count,
      reason: text,
      approvalId: text.optional(),
      /** Scheme, host and port that the call may reach; left out for a tool that needs no network. */
      host: text.optional(),
      /** The lease that it comes from. */
      leaseId: text.optional(),
      /** Stands for all calls of one message; its constraints are lists of the values that they may have. */
      lease: z.boolean().optional(),
    }),
    values: z.strictObject({ constraints: jsonObject, sentence: text }),
  },
  "privilege.use": { attrs: z.strictObject({ grantId: text, tool: text }), values: none },
  /** A grant leaves, signed, with one try of a call. The token itself is kept nowhere: `digest` is its SHA-256. */
  "privilege.token": {
    attrs: z.strictObject({ grantId: text, tool: text, audience: text, jti: text, digest: text, expiresAt: count }),
    values: none,
  },
  "privilege.deny": { attrs: z.strictObject({ tool: text, code: text }), values: z.strictObject({ sentence: text }) },
  "privilege.expire": { attrs: z.strictObject({ grantId: text }), values: none },
  "privilege.revoke": { attrs: z.strictObject({ grantId: text }), values: none },
  "budget.check": { attrs: z.strictObject({ limit: text, used: count, max: count }), values: none },
  /** Room in what all chats of the flow may use on one day, taken before the use; `held` is what calls under way may take. */
  "budget.claim": {
    attrs: z.strictObject({
      /** In UTC: "2026-11-28". */
      day: text,
      what: z.enum(["model", "tool-call", "code"]),
      granted: z.boolean(),
      model: text.optional(),
      inputTokens: count.optional(),
      outputTokens: count.optional(),
      /** One for each limit that is set: what other chats have used and this one, what this surely takes, what its answer may. */
      lines: z.array(
        z.strictObject({
          limit: z.enum(["chatsPerDay", "toolCallsPerDay", "tokensPerDay", "dollarsPerDay"]),
          most: count,
          elsewhere: count,
          here: count,
          held: count,
          asked: count,
          answer: count,
        }),
      ),
    }),
    values: none,
  },
  "limit.hit": {
    attrs: z.strictObject({
      limit: text,
      used: count,
      max: count,
      /** Money in millionths of a dollar; `used` and `max` are whole dollars, rounded up. */
      usedMicros: count.optional(),
      maxMicros: count.optional(),
    }),
    values: z.strictObject({ sentence: text }),
  },
  "approval.request": {
    attrs: z.strictObject({
      approvalId: text,
      tool: text,
      argsDigest: text,
      expiresAt: count,
      roles: names,
      requester: text,
      allowEdit: z.boolean(),
      why: z.enum(["rule", "gate", "origin", "step-up", "firewall", "in-doubt"]),
      /** How many different people have to approve; one where it is left out. */
      people: count.optional(),
      /** When whoever may decide is reminded, in milliseconds since 1970. */
      remindAt: count.optional(),
    }),
    values: z.strictObject({
      arguments: jsonObject,
      origins: z.record(text, origin),
      sentence: text,
      rule: text,
      checks: z.array(jsonObject),
    }),
  },
  "approval.decision": {
    attrs: z.strictObject({
      approvalId: text,
      decision: z.enum([...decisions]),
      role: text,
      argsDigest: text,
      /** The public key of the person who decided, and their signature over exactly this decision; both or neither. */
      approver: text.optional(),
      signature: text.optional(),
      /** Their cosignature, with the same key, under the checkpoint of that many steps, which shows the request. */
      cosigned: z.strictObject({ size: count, signature: text }).optional(),
    }),
    values: z.strictObject({ name: text, comment: text, arguments: jsonObject.optional() }),
  },
  "approval.timeout": { attrs: z.strictObject({ approvalId: text }), values: none },
  /** Whoever may decide was reminded. Decides nothing. */
  "approval.reminder": { attrs: z.strictObject({ approvalId: text }), values: none },
  "kill.switch": { attrs: z.strictObject({ by: text }), values: none },
  "guardrail.result": {
    attrs: z.strictObject({
      ref: text,
      direction: z.enum(["input", "output"]),
      target: z.enum(["user", "document", "tool", "model", "author"]),
      firewall: text,
      mode: text,
      verdict: z.enum(verdicts),
      score: z.number(),
      categories: names,
    }),
    values: z.strictObject({ before: text.optional(), after: text.optional(), findings: z.array(jsonObject) }),
  },
  /** A firewall asks a stronger tier for a second opinion on a text that it is not sure about. */
  "guardrail.request": {
    attrs: z.strictObject({
      tier: text,
      model: text,
      provider: text,
      firewall: text,
      ref: text,
      direction: z.enum(["input", "output"]),
    }),
    values: z.strictObject({ text }),
  },
  "guardrail.response": {
    attrs: z.strictObject({
      tier: text,
      model: text,
      firewall: text,
      ref: text,
      /** `none` when no clear answer came; `failure` then says why. */
      verdict: z.enum(["pass", "stop", "none"]),
      inputTokens: count,
      outputTokens: count,
      failure: text.optional(),
    }),
    values: z.strictObject({ answer: text, reason: text, sentence: text.optional() }),
  },
  "sandbox.start": {
    attrs: z.strictObject({
      language: text,
      /** Its name and version, where the language alone does not say which one runs the code. */
      engine: text.exactOptional(),
      timeMs: count,
      memoryBytes: count,
      now: count,
      seed: count,
      tools: names,
      /** The tables that a query may read; all columns of one where they are left out, all that came in where this is. */
      reads: z.record(text, z.strictObject({ columns: names.exactOptional() })).optional(),
    }),
    values: z.strictObject({ code: text, input: jsonValue }),
  },
  "sandbox.end": {
    attrs: z.strictObject({ outcome: text, cpuMs: z.number(), memoryBytes: count, calls: count }),
    values: z.strictObject({
      output: jsonValue.optional(),
      sentence: text.optional(),
      logs: names,
      /** The columns of a query's rows in the order of the query: rows are stored with theirs sorted. */
      columns: names.optional(),
    }),
  },
  "tool.call": {
    attrs: z.strictObject({
      tool: text,
      callId: text,
      effect: toolEffect,
      grantId: text,
      approvalId: text.optional(),
      /** Who may read what it lets out: roles, and `person:<id>`. Left out where anyone may. */
      readers: names.optional(),
    }),
    values: z.strictObject({ arguments: jsonObject, origins: z.record(text, origin) }),
  },
  "tool.result": {
    attrs: z.strictObject({
      tool: text,
      callId: text,
      outcome: z.enum(["success", "failure", "denied", "skipped"]),
      /** Who may read the answer, as with the call. */
      readers: names.optional(),
    }),
    values: z.strictObject({ result: jsonValue }),
  },
  handoff: { attrs: z.strictObject({ to: text }), values: z.strictObject({ sentence: text }) },
} as const;

export type EventKind = keyof typeof eventSchemas;

/**
 * Attributes whose value depends on the clock or the machine. When a run resumes or is replayed, the recorded value stands;
 * everything else must come out equal.
 */
export const volatileAttrs: Partial<Record<EventKind, readonly string[]>> = {
  // Runs that began before it was told go on as they were.
  "node.start": ["control"],
  "tool.call": ["readers"],
  "privilege.grant": ["expiresAt"],
  "approval.request": ["expiresAt", "remindAt", "argsDigest"],
  "sandbox.start": ["now"],
};

/** Answers of the outside world: recorded once, never computed again. */
export const answerKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  "privilege.facts",
  "privilege.known",
  "budget.claim",
  "llm.response",
  "guardrail.response",
  "tool.result",
  "sandbox.end",
  "approval.decision",
  "approval.timeout",
  "kill.switch",
]);

/**
 * What recovery itself writes, what each try of a call writes anew, and reminders, which come when somebody looks: equal runs with
 * different crash histories differ in these only, and nothing follows from them.
 */
export const recoveryKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  "run.recovered",
  "run.export",
  "privilege.token",
  "approval.reminder",
]);
