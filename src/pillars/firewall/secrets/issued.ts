import { runCheck } from "./checks.ts";
import { entropy } from "./entropy.ts";
import type { Anchor } from "./form.ts";
import type { FoundSecret } from "./found.ts";
import type { CompiledForm, IssuedKind } from "./kind.ts";
import type { Runs } from "./runs.ts";
import { hasStandInLook } from "./stand-ins.ts";

/** A form to try, and where its anchor stands in it. */
export interface Attempt {
  readonly kind: IssuedKind;
  readonly form: CompiledForm;
  readonly anchor: Anchor;
}

const scores = { proved: 0.99, plausible: 0.95, doubtful: 0.6, refuted: 0 } as const;
const publicScore = 0.4;
/** Before a secret, the end of an escaped line break is no letter. */
const escaped = /\\[nrt]$/u;
/** So much base64 before it means that a match lies inside encoded data by accident; units. */
const insideData = 40;

/** The secret around an anchor that was found at `at`, or undefined. */
export function issuedAt(
  text: string,
  at: number,
  { kind, form, anchor }: Attempt,
  runs: Runs,
): FoundSecret | undefined {
  for (let before = anchor.mostBefore; before >= anchor.leastBefore; before--) {
    const start = at - before;
    if (start < 0 || !begins(text, start, form) || isTooLong(form, start, runs)) continue;
    form.pattern.lastIndex = start;
    const match = form.pattern.exec(text);
    if (match === null) continue;
    const end = endOfSecret(text, start, match[0], form);
    const score = scoreOf(text.slice(start, end), match.slice(1).join(""), kind, form);
    if (score === 0) return undefined;
    const { issuer, noun } = kind;
    return { category: "issued-key", score, start, end, issuer, noun };
  }
  return undefined;
}

/** Without the full stop of the sentence around it, if the form can do without. */
export function endOfSecret(text: string, start: number, match: string, { least }: CompiledForm): number {
  const end = start + match.length;
  const isStop = match.endsWith(".") && match.length > least && !/\S/u.test(text.charAt(end));
  return isStop ? end - 1 : end;
}

function scoreOf(whole: string, drawn: string, { check, isPublic }: IssuedKind, form: CompiledForm): number {
  if (entropy(drawn) < form.leastEntropy || hasStandInLook(whole)) return 0;
  const score = scores[check === undefined ? "plausible" : runCheck(check, whole)];
  return isPublic ? Math.min(score, publicScore) : score;
}

/** `=` may stand before a secret and in it, so a text of many beginnings would have each of them read far. */
function isTooLong({ tail, least, most }: CompiledForm, start: number, runs: Runs): boolean {
  if (tail === undefined) return false;
  const length = runs.endOf(tail.characters, start + tail.offset) - start;
  return length < least || length > most + 1;
}

/** A secret begins where no character stands before it that could belong to it. */
function begins(text: string, start: number, form: CompiledForm): boolean {
  if (start === 0) return true;
  const before = text.charAt(start - 1);
  if (form.preceding.test(before)) return escaped.test(text.slice(Math.max(0, start - 2), start));
  if (before !== "/" && before !== "+") return true;
  return !/^[A-Za-z0-9+/]*$/u.test(text.slice(start - insideData, start)) || start < insideData;
}
