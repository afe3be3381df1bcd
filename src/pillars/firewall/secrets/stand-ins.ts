import { crc32 } from "./checks.ts";

/** Words that documentation writes into a value that is not one. */
const marker =
  /example|placeholder|sample|dummy|change[_-]?(?:me|this|it)|redacted|your[_-]|[_-]here$|insert[_-]|replace[_-]|\*{3}|#{4}|\.{3}|qwerty|deadbeef.?deadbeef/iu;
/** Filling, in one letter case: among random letters both cases mix. */
const filling = /x{4}|X{4}/u;
/** A reference to a value kept elsewhere: a variable, a template, a parameter, an entity, an expression. */
const reference =
  /^(?:\$\{?[\w.:-]+\}?$|%[\w()]{1,40}%?$|<[^>]{0,80}>?$|\{[A-Za-z_. -]{0,60}\d{0,2}\}?$|\[[\w .*-]{0,60}\]?$|\(|@[a-z_]+@?$|&\w|`|\*[a-z_]+$|(?:process\.env|os|env|self|this|config|settings|secrets?|vars?|request|params?|args|options|data|input|import|function|string|std)[.([:]|(?:getenv|get[A-Z_]\w*|new|await|await\w*|fetch\w*|read\w*|load\w*)\()/u;
const anywhere = /\$\{|\{\{|<%|\$\(|\(\)|\[\]/u;
/** Whole values that stand for any. */
const stock =
  /^(?:null|nil|none|undefined|true|false|yes|no|required|optional|string|text|number|boolean|unknown|default|secret|token|password|passwd|passw0rd|pass|pwd|apikey|api[_-]?key|key|value|test(?:ing)?\d{0,4}|(?:my|the|some|any|user|admin|root|test|foo|bar|new|old|strong|secure|super|super[_-]?secret)[_-]?(?:secret|token|password|passwd|pass|pwd|key|value|api[_-]?key|access[_-]?token)\d{0,3}|a?bc\d{0,6}|foo(?:bar)?|bar|baz|x+|y+|z+|admin|root|user(?:name)?|guest|localhost)$/iu;

/** From this share of neighbours that follow each other a value was typed along the keyboard, not drawn. */
const sequentialShare = 0.6;

/** Where counting goes on after the last of a kind: `90`, `9a`, `9A`, `z0`, `Z0`, `f0`. */
const wraps: ReadonlyMap<number, readonly number[]> = new Map([
  [0x39, [0x30, 0x61, 0x41]],
  [0x7a, [0x30]],
  [0x5a, [0x30]],
  [0x66, [0x30]],
]);

/** Keys that Google publishes in the sources of firebase-android-sdk, by CRC-32 so that this file holds no key. */
const published: ReadonlySet<number> = new Set([
  0x08394327, 0x1f358cbe, 0x202f468f, 0x3627aa84, 0x3c5d7fda, 0x5c298136, 0x6159ac90, 0x6a4f7820, 0x6b66e8a8,
  0x6b9463f8, 0x7aa120d5, 0x94bb94f9, 0xafe8ff3e, 0xfbc47221, 0xffddd189,
]);

/** Whether a value only shows where a secret goes. */
export function isStandIn(value: string): boolean {
  return isReference(value) || stock.test(value) || hasStandInLook(value);
}

/** The same for what was drawn after an issuer's prefix: it has no words of its own. */
export function hasStandInLook(value: string): boolean {
  return marker.test(value) || filling.test(value) || isSequential(value) || isPublished(value);
}

/** Whether the value is in a variable, a template or a vault, and this is only the way to it. */
export function isReference(value: string): boolean {
  return reference.test(value) || anywhere.test(value);
}

function isPublished(value: string): boolean {
  return value.startsWith("AIza") && published.has(crc32(value));
}

/** `abcdefgh1234567`: most characters are the one after, or before, the last. */
function isSequential(value: string): boolean {
  let steps = 0;
  for (let index = 1; index < value.length; index++) {
    const before = value.charCodeAt(index - 1);
    const after = value.charCodeAt(index);
    if (Math.abs(after - before) <= 1 || (wraps.get(before)?.includes(after) ?? false)) steps += 1;
  }
  return steps >= (value.length - 1) * sequentialShare;
}
