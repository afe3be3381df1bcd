import { z } from "zod";
import { personalDataKinds } from "./personal-data/kinds.ts";

const action = z
  .enum(["off", "warn", "redact", "ask", "block"])
  .meta({ title: "Action", description: "What happens when this check finds something." });

/** From the mildest to the strictest; a verdict takes the strictest action among its findings. */
export const actions = ["allow", "warn", "redact", "ask", "block"] as const;
export type Action = (typeof actions)[number];

const sensitivity = z
  .enum(["low", "normal", "high"])
  .default("normal")
  .meta({ title: "Sensitivity", description: "Low reports only clear cases; high reports doubtful ones too." });
export type Sensitivity = z.infer<typeof sensitivity>;

const kinds = z.array(z.enum(personalDataKinds));

const injection = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    documents: z.enum(["remove-sentence", "withhold"]).default("remove-sentence").meta({
      title: "In documents and tool results",
      description: "Remove only the sentences that give orders to the assistant, or withhold the whole text.",
    }),
  })
  .prefault({})
  .meta({
    title: "Injected orders",
    description: "Text that tries to give the assistant new orders or to lift its rules.",
  });

const personalData = z
  .strictObject({
    action: action.default("redact"),
    sensitivity,
    inputKinds: kinds.default(["card", "iban", "national-id", "driving-licence"]).meta({
      title: "Hidden from the model",
      description:
        "Kinds replaced by a placeholder before the model reads them. The person who gave them sees the real value.",
    }),
    outputKinds: kinds
      .default([
        "card",
        "iban",
        "national-id",
        "driving-licence",
        "email",
        "phone",
        "ip",
        "mac",
        "crypto-address",
        "birth-date",
      ])
      .meta({
        title: "Removed from replies",
        description:
          "Kinds taken out of a reply. An e-mail, phone or network address the person already gave stays readable.",
      }),
  })
  .prefault({})
  .meta({
    title: "Personal data",
    description: "Cards, bank accounts, national numbers, e-mail addresses, phone numbers.",
  });

const secrets = z
  .strictObject({ action: action.default("redact"), sensitivity })
  .prefault({})
  .meta({ title: "Secrets", description: "Access keys, passwords, private keys." });

const promptLeak = z
  .strictObject({
    action: action.default("block"),
    sensitivity,
    overlapWords: z
      .int()
      .min(6)
      .max(60)
      .default(14)
      .meta({ title: "Words in a row", description: "How many words in a row from the instructions count as a leak." }),
  })
  .prefault({})
  .meta({
    title: "Leaked instructions",
    description: "Replies that repeat the hidden instructions or a declared secret.",
  });

const links = z
  .strictObject({
    action: action.default("redact"),
    sensitivity,
    allowedHosts: z.array(z.string().min(1).max(253)).max(500).default([]).meta({
      title: "Allowed sites",
      description: "Links and images to these hosts, and hosts below them, may appear in replies.",
    }),
    foreign: z.enum(["carrying-data", "all"]).default("carrying-data").meta({
      title: "Links to other sites",
      description:
        "Remove those that carry data or imitate an allowed site, or all that neither you nor the person mentioned.",
    }),
  })
  .prefault({})
  .meta({
    title: "Links and images",
    description: "Links that could carry data out of the chat. Foreign images are always removed.",
  });

const words = z
  .strictObject({
    action: action.default("block"),
    list: z
      .array(z.string().min(1).max(200))
      .max(1000)
      .default([])
      .meta({ title: "Words and phrases", description: "One a line. An asterisk stands for any letters: refund*." }),
    where: z
      .enum(["both", "input", "output"])
      .default("both")
      .meta({ title: "Where", description: "In what comes in, in replies, or in both." }),
  })
  .prefault({})
  .meta({ title: "Custom words", description: "Words and phrases you do not want in a chat." });

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
      .strictObject({ injection, personalData, secrets, promptLeak, links, words })
      .prefault({})
      .meta({ title: "Checks", description: "What is looked for, and what happens then." }),
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

/** The score from which a finding counts, by sensitivity. */
export const thresholds: Readonly<Record<Sensitivity, number>> = { low: 0.75, normal: 0.5, high: 0.35 };
