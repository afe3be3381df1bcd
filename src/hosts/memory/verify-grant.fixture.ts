import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface SentRequest {
  readonly token: string | undefined;
  readonly method: string;
  readonly target: string;
  readonly body?: string;
}

interface Options {
  readonly keys: { readonly keys: readonly object[] };
  readonly audience: string;
  readonly once: (jti: string, expiresAtMs: number) => boolean;
  readonly tool?: string;
  readonly now?: () => number;
  readonly skewSeconds?: number;
}

type Checked =
  | { readonly ok: true; readonly claims: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly code: string; readonly message: string };

interface Verifier {
  readonly verifyGrant: (request: SentRequest, options: Options) => Promise<Checked>;
  readonly rememberOnce: (now?: () => number) => Options["once"];
}

/** The very file that people copy in front of their tool. */
export async function loadVerifier(): Promise<Verifier> {
  const file = pathToFileURL(join(import.meta.dirname, "../../../public/verify-grant.js")).href;
  const loaded: Verifier = await import(/* @vite-ignore */ file);
  return loaded;
}
