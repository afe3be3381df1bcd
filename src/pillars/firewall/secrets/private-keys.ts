import type { FoundSecret } from "./found.ts";

/** RFC 7468 and its relatives: PEM, OpenPGP (RFC 9580), OpenSSH, SSH2 (RFC 4716), OpenVPN. */
const begin =
  /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}(?:PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1) ?-{4,5}|PuTTY-User-Key-File-[23]:/gu;
const end = /^-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,3}(?:PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1) ?-{4,5}/u;
/** The part of PuTTY's file that is secret, then its checksum. */
const puttyEnd = /Private-MAC: [0-9a-f]{40,64}/u;
/** Lines of a block that are not key material. */
const header = /^[A-Z][A-Za-z0-9-]{2,30}: .{0,200}$/gmu;
/** An elliptic-curve key of 128 bits fills more than this; base64 digits. */
const leastMaterial = 40;
const longestKey = 20_000;

/** Keys between their lines. One that never ends reaches as far as its material. */
export function* privateKeys(text: string): Generator<FoundSecret> {
  for (const { start, body, end: close } of blocks(text))
    if (isKeyMaterial(body)) yield { category: "private-key", score: 0.99, start, end: close };
}

/** Where an unfinished private key begins, for a text that is still arriving. */
export function openPrivateKey(text: string): number | undefined {
  for (const { start, isOpen } of blocks(text)) if (isOpen) return start;
  return undefined;
}

interface Block {
  readonly start: number;
  readonly body: string;
  readonly end: number;
  readonly isOpen: boolean;
}

function* blocks(text: string): Generator<Block> {
  let from = 0;
  for (const { index, 0: line } of text.matchAll(begin)) {
    if (index < from) continue;
    const first = index + line.length;
    const close = endOfKey(text, first);
    from = close.end;
    yield { start: index, body: text.slice(first, close.body), end: close.end, isOpen: close.isOpen };
  }
}

function endOfKey(text: string, start: number): { body: number; end: number; isOpen: boolean } {
  const rest = text.slice(start, start + longestKey);
  for (let at = rest.indexOf("----"); at !== -1; at = rest.indexOf("----", at + 4)) {
    const tail = end.exec(rest.slice(at, at + 80));
    if (tail !== null) return { body: start + at, end: start + at + tail[0].length, isOpen: false };
  }
  const putty = puttyEnd.exec(rest);
  if (putty === null) return { body: start + rest.length, end: start + rest.length, isOpen: rest.length < longestKey };
  return { body: start + putty.index, end: start + putty.index + putty[0].length, isOpen: false };
}

/** Enough base64 or hexadecimal, beside headers, line breaks and their escapes, and little else. */
function isKeyMaterial(body: string): boolean {
  const lines = body.replaceAll(/\\r?\\n|\\n/gu, "\n").replaceAll(header, "");
  const material = lines.match(/[A-Za-z0-9+/=]{16,}/gu)?.join("").length ?? 0;
  return material >= leastMaterial && new Set(lines).size >= 12;
}
