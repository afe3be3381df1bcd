import { fromBase64 } from "./checks.ts";
import { entropy } from "./entropy.ts";
import { isReference, isStandIn } from "./stand-ins.ts";
import type { AssignedValue } from "./values.ts";
import type { Promise } from "./words.ts";

type How = Pick<AssignedValue, "by" | "isQuoted">;

/** Even draws of 8 characters and more reach this share of the greatest entropy; words mostly do not. */
const randomShare = 0.68;

/** Values that no one would call a secret are most, and are told apart at once. */
export function mayBeSecret(value: string, promise: Promise, { by, isQuoted }: How): boolean {
  if (
    (by === "place" || by === "to") &&
    !isQuoted &&
    (value.length < (promise === "password" ? 8 : 20) || !/\d/u.test(value))
  )
    return false;
  // A word, or a name before the sign that assigns to it.
  return value.length >= 16 || /[^A-Za-z.-](?=.)|[^A-Za-z.=:-]$/u.test(value);
}

/** A password is whatever is assigned as one, unless it is a word of prose or a stand-in. */
export function passwordScore(value: string, how: How): number {
  const score = passwordLook(value, how);
  return score === 0 || isStandIn(value) || isCode(value) ? 0 : score;
}

function passwordLook(value: string, { by, isQuoted }: How): number {
  // The next word after "password" is one only if it looks like no other word, address or entity.
  if (by === "place" && !isQuoted)
    return kindsOf(value) === 4 && /^(?!.*(?::\/\/|&#))[!-~]{8,64}$/u.test(value) ? 0.6 : 0;
  // A password is changed to it, and a person goes to a place or a product: `Office365`, `ada@shop.example`.
  if (by === "to" && !isQuoted)
    return kindsOf(value) >= 3 &&
      !/[@:/]|^[A-Za-z]+\d{0,3}$/u.test(value) &&
      /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[!-~]{8,64}$/u.test(value)
      ? 0.6
      : 0;
  if (/^(?:https?:)?\/\/|^\d{1,8}$/u.test(value)) return 0;
  if (isUneven(value)) return 0.7;
  // Letters alone are words, unless there are too many different ones; a sign behind them makes them a name.
  if (/^[\p{L}\p{M}\s.-]+[=:]?$/u.test(value) && (value.length < 16 || entropy(value) < 4)) return 0;
  const kinds = kindsOf(value);
  if (/\s/u.test(value)) return isQuoted && kinds >= 3 ? 0.6 : 0;
  if (value.length >= 16 && kinds >= 2 && entropy(value) >= 3.2) return 0.85;
  return kinds >= 3 || (kinds === 2 && /\d/u.test(value)) ? (isQuoted || by === "sign" ? 0.8 : 0.7) : 0.4;
}

/** Letters alone in whose cases there is no sense: as a machine draws them, and no language or program writes them. */
function isUneven(value: string): boolean {
  if (!/^[A-Za-z]{8,40}$/u.test(value) || isWordlike(value)) return false;
  const turns = value.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/gu)?.length ?? 0;
  return turns * 3 >= value.length || (turns * 4 >= value.length && /[A-Z]{2}[a-z]|[a-z][A-Z]$/u.test(value));
}

/** A token was drawn by a machine: it mixes letters and digits and is not put together from words. */
export function tokenScore(value: string, { by }: How): number {
  if (value.length < 8 || /\s/u.test(value)) return 0;
  if (isBasicPair(value)) return isStandIn(value) ? 0 : 0.85;
  const score = tokenLook(value, by);
  return score === 0 || isStandIn(value) || isCode(value) ? 0 : score;
}

function tokenLook(value: string, by: How["by"]): number {
  if (/^(?:https?:)?\/\/|^[./~]|^\d{1,9}$|^[a-z]+:\/\//iu.test(value)) return 0;
  const isMixed = /\d/u.test(value) && /[a-z]/iu.test(value);
  if ((by === "place" || by === "to") && (!isMixed || value.length < 20)) return 0;
  if (!isMixed && (value.length < 20 || !/[a-z][A-Z].*[a-z][A-Z].*[a-z][A-Z]|[^\w]/u.test(value))) return 0;
  if (isMadeOfWords(value) || entropy(value) < randomShare * Math.log2(Math.min(36, value.length))) return 0;
  if (!isMixed || by === "place" || by === "to") return 0.6;
  if (value.length >= 16) return 0.85;
  return value.length >= 10 ? 0.7 : 0.4;
}

/** `name:password` in base64, as HTTP's Basic scheme and Docker's configuration keep it (RFC 7617). */
function isBasicPair(value: string): boolean {
  return /^[A-Za-z0-9+/]{8,}={0,2}$/u.test(value) && /^[\x20-\x7e]{1,64}:[\x20-\x7e]*$/u.test(fromBase64(value) ?? "");
}

/** `object.member`, `call(x)`, `Type<T>`, `a/path/to.file`. */
function isCode(value: string): boolean {
  // `Purple.winter83`: words joined to be remembered, as no member of an object is called.
  if (/^[A-Z][a-z]+\.[a-z]+\d{2,4}$/u.test(value)) return false;
  return (
    /^[A-Za-z_$][\w$]{0,40}(?:(?:\.|::|->|\?\.)[A-Za-z_$][\w$]{0,40}){1,8}(?:[([{;]|$)/u.test(value) ||
    /^[A-Za-z_$][\w$.]{0,60}\(/u.test(value) ||
    isReference(value)
  );
}

/** Words, numbers and capitals joined by signs: a name a person gave, `prod-db-2-credentials`, `DOC_Vector_5`. */
function isMadeOfWords(value: string): boolean {
  return value
    .split(/[^A-Za-z0-9]+/u)
    .every(
      (part) =>
        /^(?:\d{0,4}|[A-Z]{0,12}\d{0,2}|(?:[A-Z]?[a-z]{1,15}){1,6}\d{0,3}|v?\d{1,2}[a-z]?)$/u.test(part) &&
        (part.length < 12 || isWordlike(part)),
    );
}

/** A word, or several in camel case: letters in the proportion of a language, perhaps with a number at the end. */
export function isWordlike(value: string): boolean {
  if (!/^(?:[A-Z]?[a-z]+|[A-Z]+)(?:[A-Z][a-z]+)*\d{0,2}$/u.test(value)) return false;
  const vowels = value.match(/[aeiouy]/giu)?.length ?? 0;
  return vowels >= value.length * 0.25 && vowels <= value.length * 0.65 && !/[^aeiouy\d]{5}/iu.test(value);
}

function kindsOf(value: string): number {
  return [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z0-9\s]/u].filter((pattern) => pattern.test(value)).length;
}
