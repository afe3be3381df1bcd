import type { Tools } from "#engine";
import type { AllowedOrigin } from "#providers";
import { createRemoteTools, toolSecret } from "#hosts/remote-tools";
import { createCheckedFetch } from "../models/index.ts";
import type { ToolOrigin } from "./origins.ts";

/** The tools of this machine, and those of the origins that a person has allowed. Keys stay in the environment until a request leaves. */
export function createNodeTools(
  local: Tools,
  origins: readonly ToolOrigin[],
  environment: Readonly<Record<string, string | undefined>>,
): Tools {
  const known = (origin: string): ToolOrigin | undefined => origins.find((each) => each.origin === origin);
  const allow = (origin: string): AllowedOrigin | undefined =>
    known(origin) === undefined ? undefined : { origin, configuredByPerson: true };
  return createRemoteTools({
    local,
    allow,
    secret: async (ref, origin) => {
      const keys = Object.entries(known(origin)?.keys ?? {});
      const variable = keys.find(([name]) => toolSecret(name, origin) === ref)?.[1];
      return variable === undefined ? undefined : environment[variable];
    },
    fetch: createCheckedFetch(allow),
  });
}
