import type { Signer } from "#pillars/trace";

/**
 * Where private keys live. The workspace's key stays; a run's key is made before its first event, cannot be read back
 * where the platform allows that, and is destroyed when the run is closed, so that nobody can sign for it later.
 */
export interface KeyRing {
  /** True where keys are files that can be copied; each run says so in its first event. */
  readonly softwareKey?: true;
  /** The workspace's name and signer; made at the first call. */
  workspace(): Promise<{ readonly name: string; readonly signer: Signer }>;
  createRunKey(origin: string): Promise<Signer>;
  /** Undefined once the run is closed, or when the key was lost. */
  runKey(origin: string): Promise<Signer | undefined>;
  destroyRunKey(origin: string): Promise<void>;
}

// Browsers and Node name this type differently; this is what both give.
type KeyPair = Extract<Awaited<ReturnType<typeof crypto.subtle.generateKey>>, { readonly privateKey: unknown }>;

/** Wraps a WebCrypto Ed25519 pair as the signer of `name`. Browsers and Node have the same interface. */
export async function signerOf(
  name: string,
  pair: KeyPair,
  formatVkey: (name: string, publicKey: Uint8Array) => string,
): Promise<Signer> {
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return {
    vkey: formatVkey(name, publicKey),
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, new Uint8Array(message))),
  };
}

export async function generatePair(extractable: boolean): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey("Ed25519", extractable, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("This platform cannot make Ed25519 keys.");
  return pair;
}

/** A name nobody else has: 80 random bits. */
export function freshName(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return prefix + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
