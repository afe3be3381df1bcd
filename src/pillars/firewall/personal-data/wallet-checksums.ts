import { sha256 } from "@noble/hashes/sha2.js";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Base58Check: the last four bytes are the head of a double SHA-256 of the rest (Bitcoin, Litecoin, Dogecoin, Tron). */
export function passesBase58Check(text: string): boolean {
  const bytes = fromBase58(text);
  if (bytes?.length !== 25) return false;
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((at) => sum[at] === bytes[21 + at]);
}

/** A leading 1 is a zero byte. */
function fromBase58(text: string): Uint8Array | undefined {
  let number = 0n;
  for (const character of text) {
    const value = base58.indexOf(character);
    if (value === -1) return undefined;
    number = number * 58n + BigInt(value);
  }
  const hex = number.toString(16);
  const bytes = Uint8Array.from((hex.length % 2 === 0 ? hex : `0${hex}`).match(/../gu) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const zeros = /^1*/u.exec(text)?.[0].length ?? 0;
  const whole = new Uint8Array(zeros + bytes.length);
  whole.set(bytes, zeros);
  return whole;
}

/** BIP 173 and BIP 350: the checksum over prefix and data leaves 1, or the constant of the newer form. */
export function passesBech32(text: string): boolean {
  const lower = text.toLowerCase();
  const mark = lower.lastIndexOf("1");
  if (mark < 1 || lower.length - mark < 7 || (text !== lower && text !== text.toUpperCase())) return false;
  const prefix = lower.slice(0, mark);
  const data = Array.from(lower.slice(mark + 1), (character) => bech32.indexOf(character));
  if (data.includes(-1)) return false;
  const high = Array.from(prefix, (character) => character.charCodeAt(0) >> 5);
  const low = Array.from(prefix, (character) => character.charCodeAt(0) & 31);
  const rest = [...high, 0, ...low, ...data].reduce(polymod, 1);
  return rest === 1 || rest === 0x2bc830a3;
}

function polymod(sum: number, value: number): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  const top = sum >> 25;
  return generators.reduce(
    (next, generator, at) => (((top >> at) & 1) === 1 ? next ^ generator : next),
    ((sum & 0x1ffffff) << 5) ^ value,
  );
}
