import { ed25519 } from "@noble/curves/ed25519.js";

/** Holds a private key that it never shows. WebCrypto in a browser, node:crypto in Node. */
export interface Signer {
  /** The public key as a C2SP vkey line: `<name>+<key id>+<base64>`. The name is the log's origin. */
  readonly vkey: string;
  /** 64 bytes, Ed25519 (RFC 8032). */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/**
 * Strict RFC 8032 verification. Noble's default follows ZIP-215, which takes signatures that other verifiers refuse; two
 * verifiers of one trace must never disagree.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
