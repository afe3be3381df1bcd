import type { Span } from "../views/view.ts";

export interface FoundSecret extends Span {
  readonly category: "private-key" | "credential-in-url" | "assigned-secret";
  readonly score: number;
}

const beginKey = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/gu;
const endKey = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/u;
/** `scheme://user:password@host` (RFC 3986 userinfo). */
const urlPassword = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"'<>]{1,80}:([^\s@/"'<>]{3,120})@[\w.-]{1,253}/giu;
const assignment =
  /(?<![a-z])(?:[a-z0-9_.-]{0,40}[_.-])?(?:api[_ .-]?key|access[_ .-]?key|secret[_ .-]?key|secret|client[_ .-]?secret|auth[_ .-]?token|access[_ .-]?token|refresh[_ .-]?token|token|bearer|private[_ .-]?key|password|passwd|passwort|pwd|passphrase|credentials?|mot de passe|contraseña|senha|비밀번호|密码)["'`]?\s{0,3}(?:(?:is|was|ist|est|es)\s{0,2})?(?:[:=]|:=|=>|->|(?<=\b(?:is|was|ist|est|es)\s))\s{0,3}["'`]?([^\s"'`<>,;]{6,200})/giu;
const bearer =
  /\b(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:bearer|basic|token|api-token|apikey)\s{1,2})?([a-z0-9+/=._~-]{12,500})/giu;
/** Credentials on a curl command line: `-u name:password`. */
const commandLine = /\bcurl\b[^\n]{0,300}?\s(?:-u|--user)[ =]{0,4}["']?[^\s:"']{0,80}:["']?([^\s"']{6,120})/giu;
/** Stand-ins that documentation uses where a secret would be. */
const placeholder =
  /^(?:x{3,}|\*{3,}|\.{3,}|your|my[_-]|<|\{|\$|%|example|sample|dummy|test|changeme|change_me|placeholder|redacted|null|none|undefined|true|false|required|optional|string|process\.env|os\.|env|import|function|await|new |get|self|this|config|settings|\(|\[)|(?:example|sample|placeholder|your[_-]|xxxx|\.\.\.|\(\)|_here$)/iu;

/** Keys, passwords and tokens without an issuer's prefix. */
export function findGenericSecrets(text: string): FoundSecret[] {
  const found: FoundSecret[] = [...privateKeys(text)];
  for (const match of text.matchAll(urlPassword)) {
    const value = match[1] ?? "";
    if (!placeholder.test(value)) found.push({ category: "credential-in-url", score: 0.85, ...group(match, value) });
  }
  if (/curl/iu.test(text)) {
    for (const match of text.matchAll(commandLine)) {
      const value = match[1] ?? "";
      if (!placeholder.test(value)) found.push({ category: "assigned-secret", score: 0.8, ...group(match, value) });
    }
  }
  for (const match of text.matchAll(bearer)) {
    const value = match[1] ?? "";
    if (!placeholder.test(value) && entropy(value) >= 3)
      found.push({ category: "assigned-secret", score: 0.85, ...group(match, value) });
  }
  for (const match of text.matchAll(assignment)) {
    const value = (match[1] ?? "").replace(/[.)\]}!?]+$/u, "");
    const score = assignedScore(value, match[0]);
    if (score > 0) found.push({ category: "assigned-secret", score, ...group(match, match[1] ?? "", value.length) });
  }
  return found;
}

/** Where an unfinished private key begins, for a text that is still arriving. */
export function openPrivateKey(text: string): number | undefined {
  const last = [...text.matchAll(beginKey)].at(-1);
  const isOpen = last !== undefined && !endKey.test(text.slice(last.index));
  return isOpen ? last.index : undefined;
}

/** A key that never ends reaches to the end of the text. */
function* privateKeys(text: string): Generator<FoundSecret> {
  let from = 0;
  for (const match of text.matchAll(beginKey)) {
    if (match.index < from) continue;
    const close = text.indexOf("-----END", match.index);
    const tail = close === -1 ? null : endKey.exec(text.slice(close, close + 80));
    from = tail === null ? text.length : close + tail.index + tail[0].length;
    yield { category: "private-key", score: 0.99, start: match.index, end: from };
  }
}

/** A password is whatever is assigned as one, unless it is a word of prose or a stand-in. */
function assignedScore(value: string, whole: string): number {
  if (value.length < 6 || placeholder.test(value)) return 0;
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z0-9]/u].filter((pattern) => pattern.test(value)).length;
  const isQuoted = /["'`][^"'`]*$/u.test(whole.slice(0, -value.length)) || /=/u.test(whole.slice(0, -value.length));
  if (/^[\p{L}-]+$/u.test(value) && entropy(value) < 4) return 0.2;
  if (/^(?:https?:)?\/\/|^\d{1,8}$/u.test(value)) return 0.2;
  if (value.length >= 16 && kinds >= 2 && entropy(value) >= 3.2) return 0.85;
  return kinds >= 3 || (kinds === 2 && /\d/u.test(value)) ? (isQuoted ? 0.8 : 0.7) : 0.4;
}

/** Shannon entropy in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function group(match: RegExpExecArray, value: string, length = value.length): Span {
  const start = match.index + match[0].lastIndexOf(value);
  return { start, end: start + length };
}
