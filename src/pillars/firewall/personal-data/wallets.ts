import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import { isAsciiLetter, isDigit } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";
import { passesBase58Check, passesBech32 } from "./wallet-checksums.ts";

const hexadecimal = /^0x[0-9a-f]{40}$/iu;
const base58Form = /^[13LMDT2mn][1-9A-HJ-NP-Za-km-z]{25,34}$/u;
const bech32Form = /^[a-z]{1,12}1[02-9ac-hj-np-z]{38,90}$/iu;
/** Addresses without a check of their own: Solana, Monero, XRP. */
const plainForm = /^(?:[1-9A-HJ-NP-Za-km-z]{32,44}|[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}|r[1-9A-HJ-NP-Za-km-z]{24,34})$/u;
const named =
  /wallet|\bbtc\b|bitcoin|ethereum|\beth\b|solana|monero|\bxmr\b|\bxrp\b|crypto|tron|\busdt\b|지갑|钱包|ウォレット/u;
const shortest = 25;
const longest = 103;
/** A text with more candidates than this is hostile; the rest is judged by form alone. */
const mostChecks = 2000;

/** Addresses of wallets: Ethereum by form, Bitcoin and its kin by their checksums, others where a word names them. */
export function* findWallets(text: string, { starts }: DigitRuns): Generator<PersonalDatum> {
  let done = 0;
  let checks = 0;
  for (const digit of starts) {
    if (digit < done) continue;
    let start = digit;
    while (start > done && isWordPart(text.charCodeAt(start - 1))) start -= 1;
    let end = digit;
    while (end < text.length && isWordPart(text.charCodeAt(end))) end += 1;
    done = end;
    if (end - start < shortest || end - start > longest) continue;
    const word = text.slice(start, end);
    const score = scoreOf(word, checks++ < mostChecks, () => named.test(around(text, start, end)));
    if (score > 0) yield { kind: "crypto-address", score, start, end };
  }
}

function scoreOf(word: string, mayCheck: boolean, isNamed: () => boolean): number {
  if (hexadecimal.test(word)) return 0.95;
  if (bech32Form.test(word) && (!mayCheck || passesBech32(word))) return 0.95;
  if (base58Form.test(word) && (!mayCheck || passesBase58Check(word))) return 0.95;
  const isMixed = /[a-z]/u.test(word) && /[A-Z]/u.test(word);
  return isMixed && plainForm.test(word) && isNamed() ? 0.8 : 0;
}

function isWordPart(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}
