import { lookup } from "node:dns/promises";
import { EgressError, judgeAddress, type AllowedOrigin } from "#providers";

/** What a name resolves to; injected so that a test can answer for the network. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/**
 * A fetch for createEgress that also looks where a public name leads, which a browser cannot: a name that resolves into this
 * machine or its network is refused unless a person entered that origin. Between the look and the request a name could
 * change its mind, but the request is https, and no server inside holds a certificate for the name.
 */
export function createCheckedFetch(
  allow: (origin: string) => AllowedOrigin | undefined,
  resolve: Resolve = resolveAll,
  send: typeof globalThis.fetch = globalThis.fetch,
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(typeof input === "string" || input instanceof URL ? input : input.url);
    if (allow(url.origin)?.configuredByPerson !== true && !(await leadsOutside(url, resolve)))
      throw new EgressError("local");
    return send(url, init);
  };
}

async function leadsOutside({ hostname }: URL, resolve: Resolve): Promise<boolean> {
  const addresses = await resolve(hostname);
  return addresses.length > 0 && addresses.every((address) => judgeAddress(urlOf(address)).kind === "public");
}

function urlOf(address: string): string {
  return address.includes(":") ? `https://[${address}]/` : `https://${address}/`;
}

async function resolveAll(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}
