import { assembleView } from "./view.ts";
import type { Piece, View } from "./view.ts";

type Decoder = (text: string) => string | undefined;

/** What may be an encoding, and how it is read. Each pattern matches maximal runs, so the search is linear. */
const encodings: readonly { readonly sign: RegExp; readonly run: RegExp; readonly decode: Decoder }[] = [
  {
    sign: /%[0-9a-f]{2}/iu,
    run: /(?:[\w.~+-]|%[0-9a-f]{2})*%[0-9a-f]{2}(?:[\w.~+-]|%[0-9a-f]{2})*/giu,
    decode: fromPercent,
  },
  { sign: /&#?\w{2,8};/u, run: /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/giu, decode: fromEntity },
  { sign: /\\[ux]/u, run: /(?:\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2})/giu, decode: fromEscape },
  {
    sign: /[0-9a-f]{12}|(?:[0-9a-f]{2}[ :]){5}/iu,
    run: /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{2}[ :]?){6,}(?![0-9a-z])/giu,
    decode: fromHex,
  },
  { sign: /[01]{8} ?[01]{8}/u, run: /(?<![0-9])(?:[01]{8} ?){3,}(?![0-9])/gu, decode: fromBinary },
  { sign: /[\w+/-]{16}/u, run: /(?<![\w+/-])[\w+/-]{16,}={0,2}/gu, decode: fromBase64 },
];

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  period: ".",
  comma: ",",
  colon: ":",
  sol: "/",
  lowbar: "_",
  excl: "!",
};

/** The view with every readable encoding in it read, or undefined where there is none. */
export function decodedView(view: View): View | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of decodedRuns(view.text)) {
    if (start < at) continue;
    pieces.push({ start: at, end: start, text: view.text.slice(at, start) }, { start, end, text });
    at = end;
  }
  if (pieces.length === 0) return undefined;
  pieces.push({ start: at, end: view.text.length, text: view.text.slice(at) });
  return assembleView(view, "decoded", pieces);
}

function decodedRuns(text: string): Piece[] {
  const runs: Piece[] = [];
  for (const { sign, run, decode } of encodings) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(run)) {
      const decoded = decode(match[0]);
      if (decoded === undefined || decoded === match[0]) continue;
      runs.push({ start: match.index, end: match.index + match[0].length, text: decoded });
    }
  }
  return runs.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function fromPercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/gu, " "));
  } catch {
    return undefined;
  }
}

function fromEntity(text: string): string | undefined {
  const name = text.slice(1, -1);
  if (name.startsWith("#"))
    return fromPoint(/^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10));
  return entities[name.toLowerCase()];
}

function fromEscape(text: string): string | undefined {
  return fromPoint(Number.parseInt(text.replace(/[^0-9a-f]/giu, ""), 16));
}

function fromPoint(point: number): string | undefined {
  const isCharacter = point > 8 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

function fromHex(text: string): string | undefined {
  const digits = text.replace(/^0x|[ :]/giu, "");
  return fromBytes((digits.match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

function fromBinary(text: string): string | undefined {
  return fromBytes((text.replaceAll(" ", "").match(/.{8}/gu) ?? []).map((bits) => Number.parseInt(bits, 2)));
}

function fromBase64(text: string): string | undefined {
  // A long word or path is made of the same alphabet; encoded text nearly always mixes case and digits.
  if (!/[a-z]/u.test(text) || !/[A-Z]/u.test(text)) return undefined;
  const standard = text.replace(/=+$/u, "").replaceAll("-", "+").replaceAll("_", "/");
  if (standard.length % 4 === 1) return undefined;
  try {
    return fromBytes(Array.from(atob(standard), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Bytes as UTF-8, if what they say could be text: mostly letters, digits and spaces, and no control characters. */
function fromBytes(bytes: readonly number[]): string | undefined {
  if (bytes.length < 4) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    const wordy = text.match(/[\p{L}\p{M}\p{N}\s.,:;'"!?@/_=-]/gu)?.length ?? 0;
    return !/[\0-\x08\x0e-\x1f\x7f]/u.test(text) && wordy >= [...text].length * 0.9 ? text : undefined;
  } catch {
    return undefined;
  }
}
