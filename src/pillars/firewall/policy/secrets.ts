import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const secrets = z
  .strictObject({ action: action.default("redact"), sensitivity })
  .prefault({})
  .meta({ title: "Secrets", description: "Access keys, passwords, private keys." });
