import { entropy } from "./entropy.ts";
import type { FoundSecret } from "./found.ts";
import { endOfSecret } from "./issued.ts";
import type { CompiledForm, NamedKind } from "./kind.ts";
import { isWordlike, mayBeSecret, passwordScore, tokenScore } from "./judge.ts";
import { hasStandInLook } from "./stand-ins.ts";
import type { AssignedValue, Values } from "./values.ts";
import { isEnglishWord, isWholeWord, keepsPromise, mayPromise, nameBefore } from "./words.ts";
import type { Promise } from "./words.ts";

/** A place where a service or a secret is named. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly names: readonly (NamedKind | Promise)[];
}

/** The value is called a secret between the service's name and itself, or in the name it is part of. */
const secretWord = /key|token|secret|passw|pwd|credential|auth|bearer|access|client[\s_-]?id|licen[cs]e/iu;
/** The value is called something else. */
const otherWord =
  /commit|\bsha|hash|digest|checksum|md5|etag|version|revision|fingerprint|integrity|build|image|(?:^|[^a-z])u?u?g?id(?:[^a-z]|$)|url|path|project|order|ticket|invoice/iu;
/** From a mention to its value; units. */
const longestWay = 88;
const shortestValue = 6;

/** `token: String = "x"`: the third sign is the last that is looked at. */
const mostSigns = 3;

/** What one mention leads to, or undefined. */
export function assignedTo(text: string, mention: Mention, values: Values): FoundSecret | undefined {
  const isSecretWord = typeof mention.names[0] === "string";
  if (!isWholeWord(text, mention.start, mention.end, isSecretWord)) return undefined;
  if (mention.names.every((name) => typeof name === "string") && !mayPromise(text, mention.start, mention.end))
    return undefined;
  const isEnglish = isEnglishWord(text.slice(mention.start, mention.end));
  let at = values.pastRemark(mention.end);
  for (let count = 0; count < mostSigns; count++) {
    const value = values.behindSign(at, count === 0) ?? (count === 0 ? values.inSentence(at, isEnglish) : undefined);
    if (value === undefined) return undefined;
    const found = secretIn(text, mention, value, values);
    if (found !== undefined || value.by !== "sign") return found;
    if (count === 0) {
      const next = values.inSentence(at, isEnglish);
      const nearer = next !== undefined && next.start < value.start ? secretIn(text, mention, next, values) : undefined;
      if (nearer !== undefined) return nearer;
    }
    at = value.start;
  }
  return undefined;
}

function secretIn(text: string, mention: Mention, value: AssignedValue, values: Values): FoundSecret | undefined {
  if (value.end - value.start < shortestValue || value.start - mention.end > longestWay) return undefined;
  for (const name of mention.names) {
    if (typeof name !== "string") {
      const found = serviceSecret(text, name, mention, value);
      if (found !== undefined) return found;
    } else if (values.mayJudge(value)) return secretOf(text, name, mention, value);
  }
  return undefined;
}

/** A service's value in one of the service's forms. */
function serviceSecret(
  text: string,
  kind: NamedKind,
  { start, end }: Mention,
  value: AssignedValue,
): FoundSecret | undefined {
  for (const form of kind.forms) {
    const reached = endOfForm(text, form, value);
    if (reached === undefined) continue;
    const name = `${nameBefore(text, start)} ${text.slice(end, value.start)}`;
    const isCalledSecret = secretWord.test(name);
    const found = text.slice(value.start, reached);
    if (!isCalledSecret && (form.isWeak || otherWord.test(name) || !/\d/u.test(found))) continue;
    if (!isCalledSecret && value.by !== "sign" && !form.hasFixedPart) continue;
    if (entropy(found) < form.leastEntropy || hasStandInLook(found) || isWordlike(found)) continue;
    const score = isCalledSecret ? 0.9 : 0.7;
    return { category: "issued-key", score, start: value.start, end: reached, issuer: kind.issuer, noun: kind.noun };
  }
  return undefined;
}

/** The value must be of the form as a whole; padding and closing punctuation may be left over. */
function endOfForm(text: string, form: CompiledForm, { start, end }: AssignedValue): number | undefined {
  if (end - start < form.least - 2 || end - start > form.most + 2) return undefined;
  form.pattern.lastIndex = start;
  const match = form.pattern.exec(text);
  if (match === null) return undefined;
  const reached = endOfSecret(text, start, match[0], form);
  return reached >= end || /^[=.:]*$/u.test(text.slice(reached, end)) ? reached : undefined;
}

/** Any value that is called a password, key or token and looks like one. */
function secretOf(
  text: string,
  promise: Promise,
  { start, end }: Mention,
  value: AssignedValue,
): FoundSecret | undefined {
  const shown = text.slice(value.start, value.end);
  if (isCutShort(text, value.end)) return undefined;
  if (!mayBeSecret(shown, promise, value)) return undefined;
  const after = text.slice(end, Math.min(value.start, end + 20));
  if (!mayPromise(text, start, end) || !keepsPromise(text.slice(start, end), after)) return undefined;
  const score = promise === "password" ? passwordScore(shown, value) : tokenScore(shown, value);
  if (score === 0) return undefined;
  return { category: "assigned-secret", score, start: value.start, end: value.end, promise };
}

/** Who shortens a secret with dots shows that there is one, and does not show it. */
function isCutShort(text: string, end: number): boolean {
  return text.startsWith("...", end) || text.startsWith("\u2026", end);
}
