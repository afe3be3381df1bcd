import {
  Blocked,
  isJsonArray,
  isJsonObject,
  jsonObject,
  RunError,
  type Attached,
  type ContextMessage,
  type JsonObject,
  type JsonValue,
  type LlmMessage,
  type StepScope,
} from "#engine";
import type { LabelledText } from "#pillars/autonomy";
import { firewallPolicy, type FirewallPolicy, type InspectContext, type Verdict } from "#pillars/firewall";
import { askPerson } from "./approval.ts";
import { inspectAcross } from "./inspect-across.ts";
import { helpers, nodeOf, toolsOf, type Desk } from "./desk.ts";
import { placeOf, type Firewall, type Leaf, type Subject } from "./inspected.ts";
import { secondOpinion } from "./second-opinion.ts";

/** The firewall on a step. Verify has proved that it is there; if it is not, nothing passes. */
export function firewallOf(scope: StepScope): Firewall {
  const attached: Attached | undefined = helpers(scope.step.attached, "firewall")[0];
  if (attached === undefined)
    throw new RunError("check-failed", `${scope.step.title} has no firewall, so it does not run.`);
  return { nodeId: attached.nodeId, policy: firewallPolicy.parse(attached.config) };
}

export interface PassedMessage {
  readonly ref: string;
  readonly message: LlmMessage;
}

/**
 * Lets each message of a context through the firewall once, and gives back what may be read. What is stopped stops the
 * step; of earlier turns it is left out, or one bad message would end the chat.
 */
export async function inspectContext(
  context: readonly ContextMessage[],
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<readonly PassedMessage[]> {
  const passed: PassedMessage[] = [];
  for (const entry of context.map((each) => resolved(each, scope))) {
    try {
      passed.push({ ref: entry.ref, message: await inspectMessage(entry, firewall, scope, desk) });
    } catch (problem) {
      const isHistory = !entry.ref.startsWith(`${desk.turn.key}/`);
      if (!(isHistory && problem instanceof Blocked)) throw problem;
    }
  }
  return passed;
}

/** A node knows its own values by relative refs (`./message`); their full key is the step's. */
function resolved(entry: ContextMessage, scope: StepScope): ContextMessage {
  return entry.ref.startsWith("./") ? { ...entry, ref: `${scope.key}/${entry.ref.slice(2)}` } : entry;
}

/** One firewall may serve several steps, and what a text means depends on the step: its tools and its instructions. */
export function passedKey(firewallId: string, ref: string, scope: StepScope): string {
  return `${firewallId} ${scope.step.node.id} ${ref}`;
}

async function inspectMessage(
  entry: ContextMessage,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<LlmMessage> {
  const at = passedKey(firewall.nodeId, entry.ref, scope);
  const before = desk.memory.passed.get(at);
  if (before !== undefined) return before;
  const after = await inspectEach(entry, firewall, scope, desk);
  desk.memory.passed.set(at, after);
  return after;
}

async function inspectEach(
  entry: ContextMessage,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<LlmMessage> {
  const { message } = entry;
  const subject = { ref: entry.ref, from: entry.from, direction: "input" } as const;
  if (message.role === "tool") {
    return { ...message, result: await inspectValue(message.result, subject, firewall, scope, desk) };
  }
  const text = await inspectText(message.text, subject, firewall, scope, desk);
  return message.role === "user" ? { ...message, text } : { ...message, text };
}

/** A JSON value is inspected string by string under one result, names of fields included; numbers carry no orders. */
export async function inspectValue(
  value: JsonValue,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<JsonValue> {
  const leaves: Leaf[] = [];
  await mapStrings(value, "", async (text, path) => {
    const verdict = await look(text, subject, firewall.policy, scope, desk);
    leaves.push({ path, text, verdict });
    return verdict.text;
  });
  const across = isData(subject) ? await lookAcross(leaves, subject, firewall, scope, desk) : undefined;
  const together = across?.places.size === 0 ? across.verdict : undefined;
  const judged = await secondOpinion(leaves, together, subject, firewall, scope, desk);
  const removed = across?.places ?? new Set();
  const whole =
    across === undefined || removed.size === 0 ? [] : [{ path: "", text: across.text, verdict: across.verdict }];
  await settle(subject, [...judged, ...whole], firewall, scope, desk);
  const isEnforced = firewall.policy.mode === "enforce";
  let at = -1;
  return mapStrings(value, "", async (text) => {
    at += 1;
    return isEnforced && removed.has(at) ? "[removed]" : (judged[at]?.verdict.text ?? text);
  });
}

function isData({ from, direction }: Subject): boolean {
  return direction === "input" && (from === "tool" || from === "document");
}

/** The texts of a value as the model will read them: one after the other. Only orders are looked for in what they say together. */
function lookAcross(leaves: readonly Leaf[], subject: Subject, firewall: Firewall, scope: StepScope, desk: Desk) {
  return inspectAcross(
    leaves.map((leaf) => leaf.verdict.text),
    (text) => look(text, { ...subject, only: ["injection"] }, firewall.policy, scope, desk),
  );
}

export async function inspectText(
  text: string,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<string> {
  const verdict = await look(text, subject, firewall.policy, scope, desk);
  const judged = await secondOpinion([{ path: "", text, verdict }], undefined, subject, firewall, scope, desk);
  await settle(subject, judged, firewall, scope, desk);
  return judged[0]?.verdict.text ?? "";
}

/** What the guards need to know around a text. */
export function inspectionContext(scope: StepScope, desk: Desk, sources: readonly string[] = []): InspectContext {
  const trusted = trustedIn(desk.memory.seen);
  const instructions = scope.step.config["instructions"];
  return {
    canaries: [canaryOf(desk)],
    mark: markOf(desk),
    trustedText: trusted,
    recipients: trusted,
    ...(sources.length === 0 ? {} : { sources }),
    toolNames: [...toolsOf(scope).keys()],
    ...(typeof instructions === "string" ? { instructions } : {}),
  };
}

const trustedTexts = new WeakMap<
  readonly LabelledText[],
  { readonly read: number; readonly texts: readonly string[] }
>();

/** What was seen only grows while a turn lasts, and every text of the turn is inspected beside it: it is read once. */
function trustedIn(seen: readonly LabelledText[]): readonly string[] {
  const known = trustedTexts.get(seen) ?? { read: 0, texts: [] };
  if (known.read === seen.length) return known.texts;
  const more = seen
    .slice(known.read)
    .flatMap((each) => (each.kind === "text" && each.integrity !== "untrusted" ? [each.text] : []));
  const texts = more.length === 0 ? known.texts : [...known.texts, ...more];
  trustedTexts.set(seen, { read: seen.length, texts });
  return texts;
}

/**
 * A word that stands in the instructions of every model call and nowhere else: whoever writes it has read them out. The same
 * for a whole run, so that a replay is exact.
 */
export function canaryOf({ raw, journal }: Desk): string {
  return raw
    .digest(["canary", journal.runId])
    .replace(/[^a-zA-Z0-9]/gu, "")
    .toLowerCase()
    .slice(0, 32);
}

/** What the placeholders of this chat end in: two chats' placeholders are never the same. */
function markOf({ raw, journal }: Desk): string {
  return raw
    .digest(["placeholders", journal.runId])
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "")
    .slice(0, 4);
}

async function look(
  text: string,
  { direction, from, only, isAnswer, sources }: Subject,
  policy: FirewallPolicy,
  scope: StepScope,
  desk: Desk,
): Promise<Verdict> {
  const context = inspectionContext(scope, desk, sources);
  const { placeholders } = desk.memory;
  const about = {
    direction,
    from,
    context,
    placeholders,
    ...(only === undefined ? {} : { only }),
    ...(isAnswer === undefined ? {} : { isAnswer }),
  };
  const verdict = await desk.raw.inspector.inspect({ text, ...about }, policy).catch((problem: unknown) => {
    // Whatever cannot be inspected does not pass.
    throw new RunError("check-failed", problem instanceof Error ? problem.message : undefined, problem);
  });
  desk.memory.placeholders = verdict.placeholders;
  return verdict;
}

/** The step that brought the text. A part of its result (`h0.k#2`) is no step of its own. */
function causeOf({ ref, cause }: Subject): string {
  return cause ?? ref.replace(/#.*$/u, "");
}

/** What became of the text: where the orders were cut out of data and the rest went on, it was redacted, not blocked. */
function verdictOf(worst: Leaf | undefined, leaves: readonly Leaf[]): Verdict["verdict"] {
  const verdict = worst?.verdict.verdict ?? "allow";
  return verdict === "block" && leaves.every((leaf) => leaf.verdict.passable) ? "redact" : verdict;
}

/** Records what was found, and stops or asks when the policy says so. */
async function settle(
  subject: Subject,
  leaves: readonly Leaf[],
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<void> {
  const worst = leaves.reduce<Leaf | undefined>(
    (a, b) => (a === undefined || rank(b.verdict) > rank(a.verdict) ? b : a),
    undefined,
  );
  const found = leaves.flatMap((leaf) => leaf.verdict.findings.map((finding) => findingJson(finding, leaf.path)));
  const changed = leaves.filter((leaf) => leaf.text !== leaf.verdict.text);
  const key = `fw/${placeOf(firewall, scope.step.node.id, subject)}`;
  await desk.journal.record({
    kind: "guardrail.result",
    key,
    parent: causeOf(subject),
    node: nodeOf(scope),
    actor: { type: "system", ref: firewall.nodeId },
    attrs: {
      ref: subject.ref,
      direction: subject.direction,
      target: subject.from,
      firewall: firewall.nodeId,
      mode: firewall.policy.mode,
      verdict: verdictOf(worst, leaves),
      score: Math.max(0, ...leaves.map((leaf) => leaf.verdict.score)),
      categories: [
        ...new Set(leaves.flatMap((leaf) => leaf.verdict.findings.map((finding) => finding.category))),
      ].sort(),
    },
    values: {
      findings: found,
      ...(changed.length === 0
        ? {}
        : {
            before: changed.map((leaf) => leaf.text).join("\n"),
            after: changed.map((leaf) => leaf.verdict.text).join("\n"),
          }),
    },
  });
  const stopped = leaves.find((leaf) => !leaf.verdict.passable);
  if (stopped === undefined) return;
  const reason =
    stopped.verdict.findings.find((finding) => finding.action === stopped.verdict.verdict)?.reason ??
    "The firewall stopped this.";
  if (stopped.verdict.verdict === "ask") {
    const decision = await askPerson(
      {
        key,
        tool: "",
        requester: desk.turn.speaker.id,
        roles: [],
        waitMinutes: 60,
        allowEdit: false,
        why: "firewall",
        parent: causeOf(subject),
      },
      {
        arguments: { text: stopped.text },
        origins: {},
        sentence: `Let this text pass: ${reason}`,
        rule: reason,
        checks: found,
      },
      scope,
      desk,
    );
    if (decision.outcome === "approved") return;
  }
  throw new Blocked(firewall.nodeId, reason, firewall.policy.fallback);
}

const order = ["allow", "warn", "redact", "ask", "block"];

function rank(verdict: Verdict): number {
  return order.indexOf(verdict.verdict) + (verdict.passable ? 0 : order.length);
}

function findingJson(finding: object, path: string): JsonObject {
  return jsonObject.parse({ ...finding, path });
}

/** One string after the other: what one adds to the chat's placeholders the next must know. */
async function mapStrings(
  value: JsonValue,
  path: string,
  change: (text: string, path: string) => Promise<string>,
): Promise<JsonValue> {
  if (typeof value === "string") return change(value, path);
  if (isJsonArray(value)) {
    const items: JsonValue[] = [];
    for (const [at, item] of value.entries()) items.push(await mapStrings(item, join(path, String(at)), change));
    return items;
  }
  if (!isJsonObject(value)) return value;
  const fields: [string, JsonValue][] = [];
  for (const [name, item] of Object.entries(value)) {
    const passed = plainName.test(name) ? name : await change(name, join(path, name));
    fields.push([passed, await mapStrings(item, join(path, passed), change)]);
  }
  return Object.fromEntries(fields);
}

/** A short name, in which nobody can be told to do anything. */
const plainName = /^[\p{L}\p{N}_-]{1,24}$/u;

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
