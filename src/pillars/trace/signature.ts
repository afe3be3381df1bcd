import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concat, equalBytes } from "./bytes.ts";

/** Holds a private key that it never shows. WebCrypto in a browser, node:crypto in Node. */
export interface Signer {
  /** The public key as a C2SP vkey line: `<name>+<key id>+<base64>`. The name is the log's origin. */
  readonly vkey: string;
  /** 64 bytes, Ed25519 (RFC 8032). */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

const { Point } = ed25519;
const { ORDER: order } = Point.Fn;

/**
 * Strict RFC 8032 verification by the equation without the cofactor, as OpenSSL and WebCrypto have it. Noble's own check, with
 * ZIP-215 or without, takes signatures that they refuse: whoever chooses a key with a part of small order could make a trace on
 * which two verifiers disagree. A key of small order alone signs everything and is refused.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const start = signature.subarray(0, 32);
  const scalar = numberOf(signature.subarray(32));
  if (scalar >= order) return false;
  try {
    const key = Point.fromBytes(publicKey);
    if (key.isSmallOrder()) return false;
    const challenge = numberOf(sha512(concat(start, publicKey, message))) % order;
    const expected = Point.BASE.multiplyUnsafe(scalar).subtract(key.multiplyUnsafe(challenge));
    return equalBytes(expected.toBytes(), start);
  } catch {
    return false;
  }
}

/** Little endian. */
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
