import type { PersonalDatum } from "./datum.ts";
import { isDigit, isWordCode } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";

const ipv4 = /(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d|\.\d)/uy;
const versionBefore = /(?:\bv|version|release|build|section|chapter|rev\.?|firmware)\s{0,3}[:.]?\s{0,2}$/iu;
const mac = /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}$/iu;
const longest = 56;
const mostLabels = 2;

/** Addresses of computers: IPv4, IPv6, and of network cards. */
export function* findNetworkAddresses(text: string, { starts }: DigitRuns): Generator<PersonalDatum> {
  for (const start of starts) {
    if (text.charCodeAt(start + 1) !== 46 && text.charCodeAt(start + 2) !== 46 && text.charCodeAt(start + 3) !== 46)
      continue;
    const before = text.charCodeAt(start - 1);
    if (before === 46 || isDigit(before)) continue;
    ipv4.lastIndex = start;
    const found = ipv4.exec(text)?.[0];
    if (found === undefined) continue;
    const isVersion = versionBefore.test(text.slice(Math.max(0, start - 16), start));
    yield {
      kind: "ip",
      score: isVersion || /^(?:0|127)\./u.test(found) ? 0.3 : 0.85,
      start,
      end: start + found.length,
    };
  }
  yield* findColonAddresses(text);
  yield* findDashedMacs(text, starts);
}

/** Words of hexadecimal digits with colons in them. */
function* findColonAddresses(text: string): Generator<PersonalDatum> {
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    if (!isHexOrColon(text.charCodeAt(colon + 1))) continue;
    let start = colon;
    while (start > 0 && colon - start < 5 && isHexOrColon(text.charCodeAt(start - 1))) start -= 1;
    let end = colon + 1;
    while (end < text.length && end - start < longest && isHexOrColon(text.charCodeAt(end))) end += 1;
    const found = readAfterLabels(text, start, end);
    if (found !== undefined) yield found;
    colon = end - 1;
  }
}

/** The address at the end of a stretch; labels before one end in a colon too ("ipv6:", ":57A:"). */
function readAfterLabels(text: string, start: number, end: number): PersonalDatum | undefined {
  let from = start;
  for (let labels = 0; labels <= mostLabels && from < end; labels++) {
    const found = readColons(text, from, end);
    const colon = text.indexOf(":", from);
    if (found !== undefined || colon === -1) return found;
    from = colon + 1;
  }
  return undefined;
}

function readColons(text: string, start: number, end: number): PersonalDatum | undefined {
  const found = text.slice(start, end).replace(/:$/u, "");
  const before = text.charCodeAt(start - 1);
  if (start > 0 && (isWordCode(before) || before === 46)) return undefined;
  if (isWordCode(text.charCodeAt(end))) return undefined;
  const kind = mac.test(found) ? "mac" : isIpv6(found) ? "ip" : undefined;
  return kind === undefined ? undefined : { kind, score: 0.9, start, end: start + found.length };
}

function isIpv6(found: string): boolean {
  const groups = found.split(":");
  if (groups.length < 3 || groups.length > 9 || groups.some((group) => group.length > 4) || !/\d/u.test(found))
    return false;
  const halves = found.split("::").length;
  return halves === 2 ? groups.filter(Boolean).length >= 2 : halves === 1 && groups.length === 8;
}

function* findDashedMacs(text: string, starts: readonly number[]): Generator<PersonalDatum> {
  let done = 0;
  for (const digit of starts) {
    if (digit < done || !isNearDash(text, digit)) continue;
    let start = digit;
    while (start > done && digit - start < 15 && isHexOrDash(text.charCodeAt(start - 1))) start -= 1;
    if (text.charAt(start + 2) !== "-" || isWordCode(text.charCodeAt(start - 1))) continue;
    const end = start + 17;
    if (!mac.test(text.slice(start, end)) || isHexOrDash(text.charCodeAt(end)) || isWordCode(text.charCodeAt(end)))
      continue;
    yield { kind: "mac", score: 0.9, start, end };
    done = end;
  }
}

function isNearDash(text: string, digit: number): boolean {
  const isDash = (at: number): boolean => text.charCodeAt(at) === 45;
  return isDash(digit - 2) || isDash(digit - 1) || isDash(digit + 1) || isDash(digit + 2);
}

function isHexOrColon(code: number): boolean {
  return isDigit(code) || code === 58 || ((code | 32) > 96 && (code | 32) < 103);
}

function isHexOrDash(code: number): boolean {
  return code === 45 || (code !== 58 && isHexOrColon(code));
}
