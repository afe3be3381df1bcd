import { actions, type Finding, type FirewallPolicy, type Inspector, type Verdict } from "#pillars/firewall";
import type { Outcome, RecordedChat, RecordedText } from "./recorded.ts";

/** A text that would not pass as it is, or that did not pass when it was recorded. */
export interface Case {
  readonly id: string;
  readonly href: string;
  readonly began: number;
  readonly now: Outcome;
  readonly was: Outcome;
  /** What decides, with the string that it was found in; undefined where nothing is found any more. */
  readonly found: { readonly finding: Finding; readonly text: string } | undefined;
}

export type Counts = Readonly<Record<Outcome, number>>;

export interface Retrospect {
  /** How many chats were looked at, and how many there are. */
  readonly done: number;
  readonly of: number;
  /** Chats whose log could not be read. */
  readonly unread: number;
  readonly now: Counts;
  readonly was: Counts;
  readonly cases: readonly Case[];
}

/** Cases that are kept to be shown; all are counted. */
const mostCases = 100;

const none: Counts = { passed: 0, changed: 0, asked: 0, stopped: 0 };

/**
 * What these settings, enforced, would have done in past chats; told after each chat. `breathe` is awaited between texts,
 * so that the page stays alive.
 */
export async function* retrospect(
  chats: readonly RecordedChat[],
  policy: FirewallPolicy,
  inspector: Inspector,
  breathe: () => Promise<void>,
): AsyncGenerator<Retrospect> {
  const enforced: FirewallPolicy = { ...policy, mode: "enforce" };
  let told: Retrospect = { done: 0, of: chats.length, unread: 0, now: none, was: none, cases: [] };
  yield told;
  for (const chat of chats) {
    const texts = await chat.texts().catch(() => undefined);
    if (texts === undefined) told = { ...told, unread: told.unread + 1 };
    for (const text of texts ?? []) {
      told = withText(told, chat, text, await judge(text, enforced, inspector));
      await breathe();
    }
    told = { ...told, done: told.done + 1 };
    yield told;
  }
}

interface Judged {
  readonly now: Outcome;
  readonly found: Case["found"];
}

async function judge({ inputs }: RecordedText, policy: FirewallPolicy, inspector: Inspector): Promise<Judged> {
  let worst: Judged = { now: "passed", found: undefined };
  for (const input of inputs) {
    const verdict = await inspector.inspect(input, policy);
    const now = outcomeOf(verdict, input.text);
    if (worst.found === undefined || order.indexOf(now) > order.indexOf(worst.now)) {
      const finding = decisive(verdict.findings);
      worst = { now, found: finding && { finding, text: input.text } };
    }
  }
  return worst;
}

const order: readonly Outcome[] = ["passed", "changed", "asked", "stopped"];

function outcomeOf({ enforced, passable, text }: Verdict, before: string): Outcome {
  if (enforced === "ask") return "asked";
  if (!passable) return "stopped";
  return text === before ? "passed" : "changed";
}

function decisive(findings: readonly Finding[]): Finding | undefined {
  return findings.toSorted((a, b) => actions.indexOf(b.action) - actions.indexOf(a.action) || b.score - a.score)[0];
}

function withText(
  told: Retrospect,
  chat: RecordedChat,
  { step, was }: RecordedText,
  { now, found }: Judged,
): Retrospect {
  const counted = { ...told, now: plusOne(told.now, now), was: plusOne(told.was, was) };
  if ((now === "passed" && was === "passed") || told.cases.length >= mostCases) return counted;
  const one: Case = { id: `${chat.runId} ${step}`, href: chat.href(step), began: chat.began, now, was, found };
  return { ...counted, cases: [...told.cases, one] };
}

function plusOne(counts: Counts, outcome: Outcome): Counts {
  return { ...counts, [outcome]: counts[outcome] + 1 };
}
