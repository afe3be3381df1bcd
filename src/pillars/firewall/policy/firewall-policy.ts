import { z } from "zod";
import { grounding } from "./grounding.ts";
import { injection } from "./injection.ts";
import { links } from "./links.ts";
import { offensive } from "./offensive.ts";
import { personalData } from "./personal-data.ts";
import { promptLeak } from "./prompt-leak.ts";
import { schema } from "./schema.ts";
import { secrets } from "./secrets.ts";
import { tiers } from "./tiers.ts";
import { topics } from "./topics.ts";
import { words } from "./words.ts";

/**
 * The configuration of a Firewall node. `firewallPolicy.parse({})` is a freshly placed node: it enforces, with defaults
 * that let ordinary business text pass unchanged.
 */
export const firewallPolicy = z
  .strictObject({
    mode: z
      .enum(["observe", "warn", "enforce"])
      .default("enforce")
      .meta({ title: "Mode", description: "Observe only records, warn records and shows, enforce acts." }),
    guards: z
      .strictObject({
        injection,
        personalData,
        secrets,
        promptLeak,
        links,
        offensive,
        topics,
        words,
        schema,
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
export type FirewallPolicy = z.infer<typeof firewallPolicy>;
export type GuardId = keyof FirewallPolicy["guards"];
export type GuardSetting<Id extends GuardId = GuardId> = FirewallPolicy["guards"][Id];
