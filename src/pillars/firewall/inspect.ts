import { noClassifiers } from "./classifier/classifiers.ts";
import type { Classifiers } from "./classifier/classifiers.ts";
import type { Candidate, Guard } from "./define-guard.ts";
import { guards } from "./guards/index.ts";
import { bookPlaceholder } from "./placeholders.ts";
import { actions, thresholds } from "./policy/index.ts";
import type { Action, FirewallPolicy, GuardId } from "./policy/index.ts";
import type { Finding, InspectInput, Placeholder, Verdict } from "./types.ts";
import { createViews } from "./views/views.ts";
import type { Views } from "./views/views.ts";

/** A finding with what stands in its place. */
export interface Hit extends Finding {
  readonly replacement: Candidate["replacement"];
}

/** All that the guards found in a text, in order, before anything is done about it. */
export interface Examination {
  readonly hits: readonly Hit[];
  readonly score: number;
  readonly doubt: number;
}

/** Runs every guard that is on and looks at this direction. */
export function examine(
  input: InspectInput,
  policy: FirewallPolicy,
  classifiers: Classifiers,
  views: Views = createViews(input.text),
): Examination {
  const hits: Hit[] = [];
  let score = 0;
  let doubt = 0;
  for (const guard of guards) {
    const setting = policy.guards[guard.id];
    if (setting.action === "off" || !looks(guard, input, policy)) continue;
    const threshold = thresholds["sensitivity" in setting ? setting.sensitivity : "normal"];
    for (const candidate of guard.run(views, input, policy, classifiers)) {
      score = Math.max(score, candidate.score);
      if (candidate.score >= threshold) hits.push({ ...candidate, guard: guard.id, action: setting.action });
      else if (input.direction === "output" || guard.id === "injection") doubt = Math.max(doubt, candidate.score);
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return { hits, score, doubt };
}

/** Whether a guard has anything to say about such a text. */
export function looks(guard: Guard, input: Omit<InspectInput, "text">, policy: FirewallPolicy): boolean {
  const isWanted = input.only === undefined || input.only.includes(guard.id);
  const isOn = policy.guards[guard.id].action !== "off" && guard.directions.includes(input.direction);
  return isWanted && isOn && guard.looksFor(input, policy);
}

/** Inspects one text. Pure, synchronous, linear in the text. */
export function inspect(input: InspectInput, policy: FirewallPolicy, classifiers = noClassifiers): Verdict {
  return judge(input, policy, examine(input, policy, classifiers));
}

/** Turns what was found into a verdict and the text that may be passed on. */
export function judge(input: InspectInput, policy: FirewallPolicy, examination: Examination): Verdict {
  const { hits, score, doubt } = examination;
  const book = input.placeholders ?? [];
  const findings = hits.map(({ replacement: _, ...finding }) => finding);
  const enforced = strictest(hits.map((hit) => hit.action));
  if (policy.mode !== "enforce") {
    const verdict = policy.mode === "warn" && enforced !== "allow" ? "warn" : "allow";
    return { verdict, enforced, score, doubt, findings, passable: true, text: input.text, placeholders: book };
  }
  const passable = enforced !== "ask" && hits.every((hit) => hit.action !== "block" || isCutOut(hit, input, policy));
  const stopped = !passable && enforced === "block";
  const redacted = stopped ? { text: "", book } : redact(input, hits, book);
  return {
    verdict: enforced,
    enforced,
    score,
    doubt,
    findings,
    passable,
    text: redacted.text,
    placeholders: redacted.book,
  };
}

/** Orders hidden in data are cut out and the data goes on; anything else that blocks stops the whole text. */
export function isCutOut(finding: { guard: GuardId }, input: InspectInput, policy: FirewallPolicy): boolean {
  const isData = input.from === "document" || input.from === "tool";
  return isData && finding.guard === "injection" && policy.guards.injection.documents === "remove-sentence";
}

/** Hits that alter the text, merged where they overlap or where only white space lies between two equal markers. */
export function alterations(text: string, hits: readonly Hit[]): readonly Hit[] {
  const merged: Hit[] = [];
  for (const hit of hits) {
    if (hit.action === "warn" || hit.action === "allow") continue;
    const last = merged.at(-1);
    if (last === undefined || !touches(text, last, hit)) merged.push(hit);
    else merged[merged.length - 1] = { ...stricter(last, hit), start: last.start, end: Math.max(last.end, hit.end) };
  }
  return merged;
}

/** Replaces every altering hit up to `limit` and continues the chat's placeholder book. */
export function redact(
  { text, from, context }: InspectInput,
  hits: readonly Hit[],
  book: readonly Placeholder[],
  limit = text.length,
): { text: string; book: readonly Placeholder[] } {
  const parts: string[] = [];
  let at = 0;
  let current = book;
  for (const hit of alterations(text, hits)) {
    if (hit.end > limit) break;
    parts.push(text.slice(at, hit.start));
    if (hit.replacement.by === "marker") parts.push(hit.replacement.text);
    else {
      const { kind } = hit.replacement;
      const booked = bookPlaceholder(current, kind, text.slice(hit.start, hit.end), from, context?.mark);
      current = booked.book;
      parts.push(booked.token);
    }
    at = hit.end;
  }
  parts.push(text.slice(at, limit));
  return { text: parts.join(""), book: current };
}

function touches(text: string, last: Hit, next: Hit): boolean {
  if (next.start < last.end) return true;
  const isSameMarker =
    last.replacement.by === "marker" &&
    next.replacement.by === "marker" &&
    last.replacement.text === next.replacement.text;
  return isSameMarker && last.guard === "injection" && text.slice(last.end, next.start).trim() === "";
}

function stricter(a: Hit, b: Hit): Hit {
  const difference = rank(b.action) - rank(a.action);
  if (difference !== 0) return difference > 0 ? b : a;
  return b.end - b.start > a.end - a.start ? b : a;
}

export function strictest(found: readonly Action[]): Action {
  return found.reduce((a, b) => (rank(b) > rank(a) ? b : a), "allow");
}

function rank(action: Action): number {
  return actions.indexOf(action);
}
