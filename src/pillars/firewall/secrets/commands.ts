import type { Span } from "../views/view.ts";
import type { FoundSecret } from "./found.ts";
import { passwordScore, tokenScore } from "./judge.ts";
import { isStandIn } from "./stand-ins.ts";

/** `scheme://user:password@host` (RFC 3986 userinfo). */
const urlPassword =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:@/"'<>]{0,80}):([^\s@/"'<>]{3,120})@[\w.-]{1,253}/giu;
/** How far the options of one command reach; units. */
const commandReach = 600;
/** `-u name:password`, either part in quotes or both together (curl's manual). */
const credentials =
  /\s(?:-u|--user|--proxy-user)[ =]{0,4}(?:"([^":\n]{0,80}):([^"\n]{0,120})"|'([^':\n]{0,80}):([^'\n]{0,120})'|(["']?)([^\s"':]{1,80})\5:(["']?)([^\s"']{3,120})\7)(?=[\s\\]|$)/gu;
/** `login NAME password SECRET` of a .netrc file. */
const netrc = /\blogin[ \t]{1,4}\S{1,80}[ \t\n]{1,4}password[ \t]{1,4}(\S{3,120})/giu;
/** A password that is an option's own word: `sshpass -p`, `mysql -pSECRET`. */
const option =
  /\b(?:sshpass[ \t]{1,3}-p[ \t]{0,3}|(?:mysql|mysqldump|mariadb)\b[^\n|;]{0,120}?[ \t]-p(?=\S))["']?([^\s"']{4,120})/gu;
/** The same as a word of its own: `docker login -p SECRET`, `redis-cli -a SECRET`, `--password SECRET`. */
const optionWord =
  /(?:\b(?:docker|podman|buildah|helm|oras|skopeo)\b[^\n|;]{0,60}?\blogin\b[^\n|;]{0,60}?[ \t]-p|\bredis-cli\b[^\n|;]{0,80}?[ \t]-a|[ \t]--?(?:password|passwd|pass))[ \t]{1,3}(?!-)["']?([^\s"']{4,120})/gu;
/** `net use z: \\\\host\\share SECRET /user:NAME`, and Oracle's `NAME/SECRET@//host`. */
const between =
  /\bnet use\b[^\n]{1,100}?[ \t](?!\/)([^\s"'\\/:]{4,120})[ \t]{1,3}\/user:|(?<![\w/.:])\w{1,40}\/([^\s"'@/]{4,120})@\/\/[\w.-]{1,100}:\d/giu;
/** The header of RFC 9110 section 11.6.2, with or without a scheme. */
const authorization =
  /\bauthorization\\?["']?\s{0,3}[:=,]\s{0,3}\\?["']?(?:(?:bearer|basic|token|api-?token|api-?key|key|bot|ssws|sso-key|geniekey)[ \t]{1,3})?([\w=~@.+/:-]{8,2000})/giu;
const userWords = /^(?:user(?:name)?|login|email|name|my[_-]?user(?:name)?|test|foo|x+|y+)$/iu;

/** Passwords in addresses and on command lines. */
export function* commandSecrets(text: string): Generator<FoundSecret> {
  if (text.includes("://")) {
    for (const match of text.matchAll(urlPassword)) {
      const [whole, user = "", value = ""] = match;
      if (!isStandIn(value) && user.toLowerCase() !== value.toLowerCase())
        yield at("credential-in-url", 0.85, match.index + whole.lastIndexOf(`:${value}@`) + 1, value);
    }
  }
  if (/\bcurl\b/iu.test(text)) yield* curlCredentials(text);
  for (const match of text.matchAll(authorization)) {
    const value = match[1] ?? "";
    if (tokenScore(value, { by: "sign", isQuoted: false }) >= 0.5)
      yield at("assigned-secret", 0.85, match.index + match[0].length - value.length, value);
  }
  if (text.includes("login")) yield* values(text, netrc);
  if (/sshpass|mysql|mariadb/u.test(text)) yield* values(text, option);
  if (/ login |redis-cli|[ \t]--?pass/u.test(text)) yield* passwords(text, optionWord);
  if (text.includes("/user:") || text.includes("@//")) yield* passwords(text, between);
}

function* values(text: string, pattern: RegExp): Generator<FoundSecret> {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? "";
    if (!isStandIn(value)) yield at("assigned-secret", 0.8, match.index + match[0].length - value.length, value);
  }
}

/** The same where a word of prose may stand there as well. */
function* passwords(text: string, pattern: RegExp): Generator<FoundSecret> {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? match[2] ?? "";
    const start = match.index + match[0].lastIndexOf(value);
    if (passwordScore(value, { by: "is", isQuoted: false }) >= 0.5) yield at("assigned-secret", 0.8, start, value);
  }
}

function* curlCredentials(text: string): Generator<FoundSecret> {
  for (const { start, end } of curlCommands(text)) {
    for (const match of text.slice(start, end).matchAll(credentials)) {
      const user = match[1] ?? match[3] ?? match[6] ?? "";
      const password = match[2] ?? match[4] ?? match[8] ?? "";
      // Some services take the key as the name, with no password.
      const value = password === "" ? user : password;
      if (value.length < 3 || isStandIn(value) || (userWords.test(user) && value.length < 8)) continue;
      if (user === password || /^(?:[<[]|\{\{)/u.test(user)) continue;
      const position = password === "" ? match[0].indexOf(`${user}:`) : match[0].lastIndexOf(password);
      yield at("assigned-secret", 0.8, start + match.index + position, value);
    }
  }
}

/** The stretches that the options of curl commands reach; commands within reach of each other share one. */
function curlCommands(text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(/\bcurl\b/giu)) {
    const end = Math.min(text.length, index + commandReach);
    const last = spans.at(-1);
    if (last !== undefined && index <= last.end) last.end = end;
    else spans.push({ start: index, end });
  }
  return spans;
}

function at(category: FoundSecret["category"], score: number, start: number, value: string): FoundSecret {
  return { category, score, start, end: start + value.length, promise: "password" };
}
