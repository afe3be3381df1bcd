import type { JsonObject, RemoteCall, RemoteRequest, ToolSpec } from "#engine";
import { buildRequest, requestToDigest, type GrantTerms } from "#pillars/privileges";
import { specOf, type ToolCall } from "../tool-call.ts";

/** Why a remote tool's arguments make no address; undefined for every other tool. */
export function addressProblem({ remote }: ToolSpec, args: JsonObject): string | undefined {
  const built = remote === undefined ? undefined : buildRequest(remote, args);
  return built?.ok === false ? built.sentence : undefined;
}

type Prepared =
  | { readonly outcome: "ready"; readonly remote: RemoteCall | undefined }
  | { readonly outcome: "failure"; readonly message: string };

/**
 * One try of a remote tool's call: the request, and its grant signed for this very request. That the grant leaves is in the log
 * before it does. Each try has a token of its own, since a server takes each once.
 */
export async function remoteCall(call: ToolCall): Promise<Prepared> {
  const { remote: endpoint, title } = specOf(call);
  if (endpoint === undefined) return { outcome: "ready", remote: undefined };
  const built = buildRequest(endpoint, call.args);
  if (!built.ok) return { outcome: "failure", message: built.sentence };
  const { request } = built;
  if (!endpoint.proves) return { outcome: "ready", remote: { endpoint, request } };
  const token = await signedGrant(call, endpoint.origin, request);
  if (token === undefined)
    return { outcome: "failure", message: `${title} needs a signed permission, and none can be made here.` };
  return { outcome: "ready", remote: { endpoint, request, token } };
}

async function signedGrant(call: ToolCall, audience: string, request: RemoteRequest): Promise<string | undefined> {
  const { desk, scope, key, grant } = call;
  if (grant === undefined) return undefined;
  const tool = specOf(call).name;
  const terms: GrantTerms = {
    audience,
    tool,
    grantId: grant.grantId,
    runId: desk.journal.runId,
    stepKey: scope.key,
    args: desk.raw.digest(call.args),
    request: desk.raw.digest(requestToDigest(request)),
    expiresAt: grant.expiresAt,
    ttlMs: (call.decision?.terms.ttlSeconds ?? 30) * 1000,
  };
  // Where none can be signed nothing leaves, so there is nothing to doubt.
  const signed = await desk.raw.signGrant?.(terms).catch(() => undefined);
  if (signed === undefined) return undefined;
  const { token, jti, digest, expiresAt } = signed;
  await desk.journal.record({
    kind: "privilege.token",
    key: `${key}/token-${jti}`,
    parent: key,
    actor: { type: "system", ref: "monitor" },
    attrs: { grantId: grant.grantId, tool, audience, jti, digest, expiresAt },
    values: {},
  });
  return token;
}
