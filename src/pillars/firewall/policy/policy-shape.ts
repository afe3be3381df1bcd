import { z } from "zod";
import { grounding } from "./grounding.ts";
import { injection } from "./injection.ts";
import { links } from "./links.ts";
import { offensive } from "./offensive.ts";
import { personalDataWith } from "./personal-data.ts";
import type { PolicyReaders } from "./policy-readers.ts";
import { promptLeak } from "./prompt-leak.ts";
import { schemaWith } from "./schema.ts";
import { secrets } from "./secrets.ts";
import { tiers } from "./tiers.ts";
import { topics } from "./topics.ts";
import { wordsWith } from "./words.ts";

/** The form of a Firewall node's settings. The readers are a parameter, because a drawing can be shown without them. */
export function firewallPolicyWith({ patternProblem, schemaProblem }: PolicyReaders) {
  return z
    .strictObject({
      mode: z
        .enum(["observe", "warn", "enforce"])
        .default("enforce")
        .meta({ title: "Mode", description: "Observe only records, warn records and shows, enforce acts." }),
      guards: z
        .strictObject({
          injection,
          personalData: personalDataWith(patternProblem),
          secrets,
          promptLeak,
          links,
          offensive,
          topics,
          words: wordsWith(patternProblem),
          schema: schemaWith(schemaProblem),
          grounding,
        })
        .prefault({})
        .meta({ title: "Checks", description: "What is looked for, and what happens then." }),
      tiers,
      fallback: z
        .string()
        .max(2000)
        .default("I can't help with that here. Please ask in another way, or ask for a person.")
        .meta({
          title: "Fallback text",
          description: "What the person reads in place of a stopped message.",
          widget: "textarea",
        }),
    })
    .meta({ title: "Firewall" });
}
