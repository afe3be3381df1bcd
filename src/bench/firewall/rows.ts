import { z } from "zod";

/** One labelled text of a data set, as read from a line of JSON. */
export const firewallCase = z.object({
  text: z.string(),
  label: z.string(),
  source: z.string(),
  lang: z.string().default("en"),
  where: z.enum(["direct", "indirect"]).default("direct"),
  /** Type, start and end of each personal value; sets that mark them otherwise are read without. */
  spans: z
    .array(z.tuple([z.string(), z.number(), z.number()], z.unknown()))
    .optional()
    .catch(undefined),
});
export type FirewallCase = z.infer<typeof firewallCase>;

export type CaseKind = "attack" | "benign" | "pii" | "secret";

/** Which of the four measures a label belongs to; labels about harm alone belong to none. */
export function kindOf(label: string): CaseKind | undefined {
  if (label === "injection" || label === "jailbreak") return "attack";
  if (label === "benign" || label === "pii" || label === "secret") return label;
  return undefined;
}
