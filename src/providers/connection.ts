import { z } from "zod";
import { judgeAddress } from "./address.ts";
import type { AllowedOrigin } from "./egress.ts";
import { providerKinds } from "./families.ts";

/** A person's way to a provider. Holds no key: `keyRef` names one in the key store, and a local server needs none. */
export const connection = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((id) => id !== "embedded" && id !== "scripted"),
  kind: z.enum(providerKinds),
  title: z.string().trim().min(1).max(80),
  baseURL: z
    .string()
    .max(500)
    .refine((address) => judgeAddress(address).kind !== "odd" && !/[?#]/.test(address))
    .transform((address) => address.replace(/\/+$/, "")),
  models: z.array(z.string().trim().min(1).max(200)).max(200),
  keyRef: z
    .string()
    .regex(/^[\w.-]{1,200}$/)
    .optional(),
});

export type Connection = z.infer<typeof connection>;

/** The allow-list that connections amount to: a person entered each of these addresses. */
export function allowConnections(connections: readonly Connection[]): (origin: string) => AllowedOrigin | undefined {
  const origins = new Set(connections.map(({ baseURL }) => new URL(baseURL).origin));
  return (origin) => (origins.has(origin) ? { origin, configuredByPerson: true } : undefined);
}
