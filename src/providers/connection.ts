import { z } from "zod";
import { judgeAddress } from "./address.ts";
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
  keyRef: z.string().min(1).max(200).optional(),
});

export type Connection = z.infer<typeof connection>;
