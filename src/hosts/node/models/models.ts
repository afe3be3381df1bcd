import type { Models } from "#engine";
import { createEgress, createModels, type AllowedOrigin } from "#providers";
import type { NodeConnections } from "./connections.ts";
import { createCheckedFetch } from "./fetch.ts";

/** All models, the embedded assistant first. Keys stay in the environment until the moment a request leaves. */
export function createNodeModels(
  { connections, entered }: NodeConnections,
  environment: Readonly<Record<string, string | undefined>>,
  scripted?: Models,
): Models {
  const allow = (origin: string): AllowedOrigin | undefined => {
    const found = connections.find(({ baseURL }) => new URL(baseURL).origin === origin);
    if (found === undefined) return undefined;
    const secretRef = found.keyRef === undefined ? {} : { secretRef: found.keyRef };
    return { origin, configuredByPerson: entered.has(origin), ...secretRef };
  };
  const egress = createEgress({
    allow,
    // A key is given for the origin of a connection that names it, and for no other.
    secret: async (ref, origin) => (allow(origin)?.secretRef === ref ? environment[ref] : undefined),
    fetch: createCheckedFetch(allow),
  });
  return createModels({ connections, egress, ...(scripted === undefined ? {} : { scripted }) });
}
