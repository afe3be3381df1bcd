import type { GrantTerms, SignedGrant } from "#pillars/privileges";
import { canonicalize, parseVkey, sha256, toBase64Url, utf8, type Signer } from "#pillars/trace";
import type { WorkspaceParts } from "./parts.ts";

/** The public half of a workspace's key as RFC 8037 writes it, for those who put the verifier in front of their tool. */
export interface GrantKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  /** RFC 7638 thumbprint; each token names the key that signed it. */
  readonly kid: string;
  readonly alg: "EdDSA";
  readonly use: "sig";
}

export function grantKeyOf(vkey: string): GrantKey {
  const x = toBase64Url(parseVkey(vkey).publicKey);
  const kid = toBase64Url(sha256(utf8(canonicalize({ crv: "Ed25519", kty: "OKP", x }))));
  return { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" };
}

/** Says which kind of token this is, so that no other JWS of the same key passes for one (RFC 8725, 3.11). */
const tokenType = "gatehouse-grant+jwt";

/**
 * Signs grants with the workspace's own key: JWS compact (RFC 7515), EdDSA (RFC 8037). Written here and not by a library,
 * because the key never leaves the key ring, which signs bytes. What else this key signs are notes, which hold line breaks; a
 * JWS never does, so neither can pass for the other.
 */
export function grantSigner({
  parts,
  workspace,
  workspaceName,
}: {
  readonly parts: Pick<WorkspaceParts, "now" | "randomBytes">;
  readonly workspace: Signer;
  readonly workspaceName: string;
}): (terms: GrantTerms) => Promise<SignedGrant> {
  const header = encoded({ alg: "EdDSA", typ: tokenType, kid: grantKeyOf(workspace.vkey).kid });
  return async (terms) => {
    const now = parts.now();
    const ends = terms.expiresAt > now ? terms.expiresAt : now + terms.ttlMs;
    const jti = toBase64Url(parts.randomBytes(16));
    const claims = {
      iss: workspaceName,
      aud: terms.audience,
      tool: terms.tool,
      grant: terms.grantId,
      run: terms.runId,
      step: terms.stepKey,
      args: terms.args,
      req: terms.request,
      iat: Math.floor(now / 1000),
      // Rounded up: a grant of a second or less would be over before it arrives.
      exp: Math.ceil(ends / 1000),
      jti,
    };
    const signed = `${header}.${encoded(claims)}`;
    const token = `${signed}.${toBase64Url(await workspace.sign(utf8(signed)))}`;
    return { token, jti, digest: toBase64Url(sha256(utf8(token))), expiresAt: claims.exp * 1000 };
  };
}

function encoded(value: Readonly<Record<string, string | number>>): string {
  return toBase64Url(utf8(JSON.stringify(value)));
}
