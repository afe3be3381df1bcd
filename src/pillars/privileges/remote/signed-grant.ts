/** What the server of a remote tool can check about one call. Times are ms since the epoch. */
export interface GrantTerms {
  /** Scheme, host and port of the tool. */
  readonly audience: string;
  readonly tool: string;
  readonly grantId: string;
  readonly runId: string;
  readonly stepKey: string;
  /** Digest of the arguments' canonical form (RFC 8785). */
  readonly args: string;
  /** Digest of method, path with query, and body, as they are sent: see `requestToDigest`. */
  readonly request: string;
  /** End of the grant; once that has passed, a further try that was decided about gets `ttlMs` from then on. */
  readonly expiresAt: number;
  readonly ttlMs: number;
}

/** A grant as a token that leaves with one call. The token is sent and kept nowhere. */
export interface SignedGrant {
  readonly token: string;
  /** Drawn for this token: a server takes each once. */
  readonly jti: string;
  /** SHA-256 of the token, for the log. */
  readonly digest: string;
  readonly expiresAt: number;
}

/** What is digested of a request. Three texts in a list: JSON writes them in one way only, so a verifier needs no RFC 8785. */
export function requestToDigest(request: {
  readonly method: string;
  readonly target: string;
  readonly body?: string;
}): readonly [method: string, target: string, body: string] {
  return [request.method, request.target, request.body ?? ""];
}
