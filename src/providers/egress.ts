import { judgeAddress } from "./address.ts";

/** What stands in a request where the key belongs; swapped for the key here and nowhere else. */
export const keyPlaceholder = "gatehouse-placeholder";

/** The placeholder of one named key, for an origin that several keys belong to. */
export function placeholderFor(keyRef: string): string {
  return `${keyPlaceholder}/${keyRef}`;
}

const placeholders = new RegExp(String.raw`${keyPlaceholder}(?:/(?<ref>[\w.-]+))?`, "g");

export interface AllowedOrigin {
  /** Scheme, host and port, as `URL.origin` writes them. */
  readonly origin: string;
  /** True only if a person entered this very origin: then it may be local, unusual or without encryption. */
  readonly configuredByPerson: boolean;
  /** The key that a placeholder without a name stands for, if this origin needs one. */
  readonly secretRef?: string;
}

export interface EgressParts {
  /** The allow-list: undefined means no. */
  readonly allow: (origin: string) => AllowedOrigin | undefined;
  /** Gives a key only for the origin it is bound to. */
  readonly secret: (ref: string, origin: string) => Promise<string | undefined>;
  readonly fetch: typeof globalThis.fetch;
}

const messages = {
  "not-allowed": "This address is not on the list of allowed hosts.",
  "odd-address": "This address is written in a way that can hide where it leads.",
  local: "This address leads into your own machine or network, and nobody has allowed that.",
  unencrypted: "This address is not encrypted. Use one that starts with https.",
  redirect: "The server answered with a redirect, which is not followed. Enter the final address instead.",
  "missing-key": "There is no key for this address. Add one in Settings.",
  "unusable-key": "The key for this address holds characters that a key cannot have. Enter it again.",
  network: "The server could not be reached, or does not allow calls from a browser.",
} as const;

export type EgressErrorCode = keyof typeof messages;

/** Carries no cause: what a platform says about a failed request can hold the header with the key. */
export class EgressError extends Error {
  override readonly name = "EgressError";
  readonly code: EgressErrorCode;

  constructor(code: EgressErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}

/**
 * Makes the one function through which requests leave. It has the shape of `fetch`, and takes an address as text or URL; a
 * Request object is refused, as its address is no longer seen as written. Throws EgressError, or an AbortError when stopped.
 */
export function createEgress(parts: EgressParts): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const { url, allowed } = admit(input, parts.allow);
    const headers = await withKey(new Headers(init.headers), url, allowed, parts.secret);
    // Firefox and Safari send it, and servers that allow only named headers then refuse the whole request.
    headers.delete("user-agent");
    const response = await send(parts.fetch, url, {
      ...init,
      headers,
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    // Not "error", which would say the same as an unreachable server. A fetch that follows all the same must not slip through.
    if (response.redirected || response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400))
      throw new EgressError("redirect");
    return response;
  };
}

function admit(input: unknown, allow: EgressParts["allow"]): { readonly url: URL; readonly allowed: AllowedOrigin } {
  if (typeof input !== "string" && !(input instanceof URL)) throw new EgressError("odd-address");
  const verdict = judgeAddress(String(input));
  if (verdict.kind === "odd") throw new EgressError("odd-address");
  const { kind, url } = verdict;
  const allowed = allow(url.origin);
  const configured = allowed?.configuredByPerson === true && allowed.origin === url.origin;
  if (kind === "local" && !configured) throw new EgressError("local");
  if (kind === "unusual" && !configured) throw new EgressError("odd-address");
  if (allowed?.origin !== url.origin) throw new EgressError("not-allowed");
  if (url.protocol !== "https:" && !(configured && kind === "local")) throw new EgressError("unencrypted");
  return { url, allowed };
}

/**
 * Puts each key where its placeholder stands; `secret` gives it only if it is bound to this origin. A header whose
 * placeholder names no key, at an origin that has none, is left out.
 */
async function withKey(
  headers: Headers,
  url: URL,
  allowed: AllowedOrigin,
  secret: EgressParts["secret"],
): Promise<Headers> {
  for (const [name, value] of [...headers]) {
    const refs = Array.from(value.matchAll(placeholders), ({ groups }) => groups?.["ref"] ?? allowed.secretRef);
    if (refs.length === 0) continue;
    headers.delete(name);
    if (refs.every((ref) => ref === undefined)) continue;
    const keys = await Promise.all(refs.map((ref) => keyOf(ref, url.origin, secret)));
    headers.set(
      name,
      value.replace(placeholders, () => keys.shift() ?? ""),
    );
  }
  return headers;
}

async function keyOf(ref: string | undefined, origin: string, secret: EgressParts["secret"]): Promise<string> {
  const key = ref === undefined ? undefined : await secret(ref, origin).catch(() => undefined);
  if (key === undefined || key === "") throw new EgressError("missing-key");
  // A platform's complaint about a bad header value quotes the value, so it is never asked.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new EgressError("unusable-key");
  return key;
}

async function send(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url.href, init);
  } catch {
    if (init.signal?.aborted) throw new DOMException("The request was stopped.", "AbortError");
    throw new EgressError("network");
  }
}
