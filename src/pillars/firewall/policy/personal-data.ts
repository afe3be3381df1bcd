import { z } from "zod";
import { numberKinds, personalDataKinds, personalDataNames } from "../personal-data/kinds.ts";
import { action, sensitivity } from "./settings.ts";

const kinds = z.array(z.enum(personalDataKinds).meta({ labels: personalDataNames }));

export const personalData = z
  .strictObject({
    action: action.default("redact"),
    sensitivity,
    inputKinds: kinds.default([...numberKinds]).meta({
      title: "Hidden from the model",
      description:
        "Kinds replaced by a placeholder before the model reads them. The person who gave them sees the real value.",
    }),
    outputKinds: kinds
      .default([...numberKinds, "email", "phone", "ip", "mac", "crypto-address", "birth-date", "address"])
      .meta({
        title: "Removed from replies",
        description: "Kinds taken out of a reply. Addresses and phone numbers the person already gave stay readable.",
      }),
  })
  .prefault({})
  .meta({
    title: "Personal data",
    description: "Cards, bank accounts, national numbers and passports, e-mail and postal addresses, phone numbers.",
  });
