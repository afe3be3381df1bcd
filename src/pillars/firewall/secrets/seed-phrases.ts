import type { FoundSecret } from "./found.ts";

/** BIP 39: 12, 15, 18, 21 or 24 words of 3 to 8 letters restore a wallet. */
const phrase =
  /\b(?:seed(?:[ _-]phrase)?|recovery[ _-]phrase|secret[ _-]phrase|mnemonic(?:[ _-]phrase)?|wallet[ _-]phrase)\b["']?[ \t]{0,3}(?:is|[:=]|=>|:=)[ \t]{0,3}["'`]?((?:[a-z]{3,8}[ ]){11,23}[a-z]{3,8})(?![a-z])/giu;
const lengths: ReadonlySet<number> = new Set([12, 15, 18, 21, 24]);

export function* seedPhrases(text: string): Generator<FoundSecret> {
  for (const match of text.matchAll(phrase)) {
    const value = match[1] ?? "";
    const words = value.split(" ");
    if (!lengths.has(words.length) || new Set(words).size < words.length / 2) continue;
    const start = match.index + match[0].length - value.length;
    yield {
      category: "issued-key",
      score: 0.85,
      start,
      end: start + value.length,
      issuer: "BIP 39",
      noun: "wallet phrase",
    };
  }
}

/** Where a phrase begins whose last words may not have arrived; the text's length if none. */
export function openSeedPhrase(text: string): number {
  const tail = /\b(?:seed|recovery|secret|mnemonic|wallet)[^\n]{0,240}$/iu.exec(text.slice(-260));
  return tail === null ? text.length : Math.max(0, text.length - 260) + tail.index;
}
