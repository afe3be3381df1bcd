import type { PersonalDatum } from "./datum.ts";

/** Characters of a name and of a host that are looked at around an at sign. */
const longestName = 64;
const longestHost = 254;
const name = /[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_%+-])?$/u;
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}@])/u;
const disguisedHost =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:\.|\s?[([{]\s?(?:dot|punkt|punto|point|\.)\s?[)\]}]\s?|\s(?:dot|punkt)\s)){1,5}\p{L}{2,24}(?![\p{L}\p{N}@])/iu;
const disguisedAt = /\s?[([{]\s?(?:at|@|arroba|chez)\s?[)\]}]\s?/giu;

/** Addresses around an at sign, or around "(at)" with which people hide them. */
export function* findEmails(text: string): Generator<PersonalDatum> {
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (!isOpen(text.charCodeAt(at - 1)) || !isOpen(text.charCodeAt(at + 1))) continue;
    const found = readAround(text, at, at + 1, host);
    if (found === undefined) continue;
    yield found;
    at = found.end - 1;
  }
  if (!/[([{]\s?(?:at|@|arroba|chez)\s?[)\]}]/iu.test(text)) return;
  for (const match of text.matchAll(disguisedAt)) {
    const found = readAround(text, match.index, match.index + match[0].length, disguisedHost);
    if (found !== undefined) yield found;
  }
}

function readAround(text: string, before: number, after: number, hostPattern: RegExp): PersonalDatum | undefined {
  const left = name.exec(tailOfWord(text, before));
  const right = left === null ? null : hostPattern.exec(text.slice(after, after + longestHost));
  if (left === null || right === null) return undefined;
  return { kind: "email", score: 0.95, start: before - left[0].length, end: after + right[0].length };
}

/** Whether a name may end or a host begin with this character. */
function isOpen(code: number): boolean {
  return code > 32 && code !== 64 && code !== 46;
}

/** The characters before `end` up to white space, at most a name's length. */
function tailOfWord(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestName && text.charCodeAt(start - 1) > 32) start -= 1;
  return text.slice(start, end);
}
