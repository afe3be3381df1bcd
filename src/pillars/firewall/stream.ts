import { noClassifiers } from "./classifier/classifiers.ts";
import { guards } from "./guards/index.ts";
import type { Guard } from "./define-guard.ts";
import { alterations, examine, isCutOut, judge, looks, redact } from "./inspect.ts";
import type { Hit } from "./inspect.ts";
import type { FirewallPolicy } from "./policy/index.ts";
import type { InspectInput, Verdict } from "./types.ts";
import { createViews } from "./views/views.ts";
import type { Views } from "./views/views.ts";

/** Characters that arrive before a short text is examined again: about ten words. */
const leastGrowth = 64;

/** What may be shown now, in addition to what was released before. */
export interface Release {
  readonly release: string;
  /** Set once a guard has stopped the text; nothing more is released, and the fallback takes its place. */
  readonly stopped: boolean;
}

export interface StreamInspector {
  readonly push: (delta: string) => Release;
  /** The last stretch, and the verdict on the whole text: the same that `inspect` gives. */
  readonly end: () => { readonly release: string; readonly verdict: Verdict };
}

/**
 * Inspects a text while it arrives. Text is released once every enforcing guard has seen enough beyond it, redacted as
 * `inspect` would redact it; nothing that a guard stops is ever released. Outside enforce mode nothing is delayed.
 *
 * The whole text so far is examined again, but only after it has grown by an eighth, so the total work stays linear.
 */
export function createStreamInspector(
  input: Omit<InspectInput, "text">,
  policy: FirewallPolicy,
  classifiers = noClassifiers,
): StreamInspector {
  const waitedFor = guards.filter((guard) => delays(guard, input, policy));
  let text = "";
  let examined = 0;
  let released = "";
  let stopped = false;

  // Released text cannot be taken back, so if a guard ever contradicts it, the reply stops there.
  const advance = (limit: number, hits: readonly Hit[]): string | undefined => {
    const shown = redact({ ...input, text }, hits, input.placeholders ?? [], limit).text;
    if (released.startsWith(shown)) return "";
    if (!shown.startsWith(released)) return undefined;
    const release = shown.slice(released.length);
    released = shown;
    return release;
  };

  const push = (delta: string): Release => {
    text += delta;
    if (policy.mode !== "enforce" || waitedFor.length === 0) {
      released += delta;
      return { release: delta, stopped: false };
    }
    if (stopped || text.length - examined < Math.max(leastGrowth, examined >> 3)) return { release: "", stopped };
    examined = text.length;
    const views = createViews(text);
    const whole = { ...input, text, only: waitedFor.map((guard) => guard.id) };
    const { hits } = examine(whole, policy, classifiers, views);
    const settled = new Map(waitedFor.map((guard) => [guard.id, settledFor(guard, whole, policy, views)]));
    const stops = hits.filter((hit) => stopsText(hit, whole, policy));
    // The guard that found it stands by it, whatever follows.
    stopped = stops.some((hit) => hit.action === "block" && hit.end <= (settled.get(hit.guard) ?? 0));
    let limit = Math.max(
      0,
      Math.min(wordStart(text, text.length), ...settled.values(), ...stops.map((hit) => hit.start)),
    );
    for (const hit of alterations(text, hits).toReversed()) if (hit.start < limit && hit.end > limit) limit = hit.start;
    const release = advance(limit, hits);
    stopped ||= release === undefined;
    return { release: release ?? "", stopped };
  };

  const end = (): { release: string; verdict: Verdict } => {
    const whole = { ...input, text };
    const examination = examine(whole, policy, classifiers);
    const verdict = judge(whole, policy, examination);
    if (policy.mode !== "enforce" || !verdict.passable) return { release: "", verdict };
    const release = advance(text.length, examination.hits);
    if (release !== undefined) return { release, verdict };
    return { release: "", verdict: { ...verdict, verdict: "block", enforced: "block", passable: false, text: "" } };
  };

  return { push, end };
}

/** Only what a guard changes or stops has to wait for it. */
function delays(guard: Guard, input: Omit<InspectInput, "text">, policy: FirewallPolicy): boolean {
  return policy.guards[guard.id].action !== "warn" && looks(guard, input, policy);
}

/** How much of the text the guard cannot change its mind about, whatever follows. Ends at white space, never inside a word. */
function settledFor(guard: Guard, input: InspectInput, policy: FirewallPolicy, views: Views): number {
  if (guard.window === "whole") return 0;
  const seen = Math.min(input.text.length - guard.window, guard.holdFrom(input, policy, views));
  return wordStart(input.text, seen);
}

/** The start of the word that reaches up to `at`; encoded data, links and keys have no white space inside. */
function wordStart(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function stopsText(
  hit: { action: string; guard: Parameters<typeof isCutOut>[0]["guard"] },
  input: InspectInput,
  policy: FirewallPolicy,
): boolean {
  return hit.action === "ask" || (hit.action === "block" && !isCutOut(hit, input, policy));
}
