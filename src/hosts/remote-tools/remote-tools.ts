import { NoAnswer, type RemoteCall, type ToolContext, type ToolOutcome, type Tools } from "#engine";
import { createEgress, EgressError, placeholderFor, type AllowedOrigin } from "#providers";
import { readAnswer } from "./read-answer.ts";

export interface RemoteToolParts {
  /** The tools that need no network. */
  readonly local: Tools;
  /** Whether calls may go there, and whether a person entered this very origin; undefined means no. */
  readonly allow: (origin: string) => AllowedOrigin | undefined;
  /** A key by `toolSecret`, only for the origin it is bound to. */
  readonly secret: (ref: string, origin: string) => Promise<string | undefined>;
  readonly fetch: typeof globalThis.fetch;
}

/** What a tool's key is called where keys are kept: models' keys have other names, and each host has its own. */
export function toolSecret(name: string, origin: string): string {
  return `tool.${name}.${origin.replace(/[^a-z0-9]+/gu, "-")}`;
}

/** All tools of a host: the local ones, and those that are sent as requests. Every request leaves through the one egress function. */
export function createRemoteTools(parts: RemoteToolParts): Tools {
  return {
    ...parts.local,
    call: (tool, args, context) =>
      context.remote === undefined ? parts.local.call(tool, args, context) : send(context.remote, context, parts),
  };
}

async function send(remote: RemoteCall, context: ToolContext, parts: RemoteToolParts): Promise<ToolOutcome> {
  const { endpoint, request } = remote;
  const hidden = new Set(remote.token === undefined ? [] : [remote.token]);
  const egress = createEgress({
    // The list of this call: what its grant reaches, which is one origin.
    allow: (origin) => (origin === endpoint.origin ? parts.allow(origin) : undefined),
    secret: async (ref, origin) => {
      const value = await parts.secret(ref, origin);
      if (value !== undefined) hidden.add(value);
      return value;
    },
    fetch: parts.fetch,
  });
  const late = AbortSignal.timeout(endpoint.timeoutMs);
  try {
    const response = await egress(request.url, {
      method: request.method,
      headers: headersOf(remote, context.idempotencyKey),
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: AbortSignal.any([context.signal, late]),
    });
    return await readAnswer(response, endpoint, hidden);
  } catch (problem) {
    if (context.signal.aborted) throw problem;
    if (late.aborted) throw new NoAnswer(`The server did not answer within ${endpoint.timeoutMs / 1000} s.`);
    if (!(problem instanceof EgressError)) throw problem;
    // It may have arrived all the same.
    if (problem.code === "network" || problem.code === "redirect") throw new NoAnswer(problem.message);
    return { outcome: "failure", message: refusal(problem, remote) };
  }
}

function headersOf({ endpoint, request, token }: RemoteCall, idempotencyKey: string): Record<string, string> {
  const { secret } = endpoint;
  return {
    accept: endpoint.answer === "text" ? "text/*" : "application/json, text/*;q=0.5",
    ...request.headers,
    ...(secret === undefined
      ? {}
      : {
          [secret.header.toLowerCase()]: `${secret.prefix}${placeholderFor(toolSecret(secret.name, endpoint.origin))}`,
        }),
    ...(token === undefined ? {} : { "gatehouse-grant": token }),
    // A server that deduplicates does so by this. One that takes no header it does not know is left alone.
    ...(token === undefined || request.method === "GET" ? {} : { "idempotency-key": idempotencyKey }),
  };
}

function refusal({ code, message }: EgressError, { endpoint }: RemoteCall): string {
  if (code !== "missing-key") return message;
  return `There is no key called ${endpoint.secret?.name ?? ""} for ${endpoint.origin}. Enter it in the tool's settings.`;
}
