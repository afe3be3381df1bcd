import { z } from "zod";
import { action, sensitivity } from "./settings.ts";

export const links = z
  .strictObject({
    action: action.default("redact"),
    sensitivity,
    allowedHosts: z.array(z.string().min(1).max(253)).max(500).default([]).meta({
      title: "Allowed sites",
      description: "Links and images to these hosts, and hosts below them, may appear in replies. One a line.",
      widget: "lines",
    }),
    foreign: z
      .enum(["carrying-data", "all"])
      .default("carrying-data")
      .meta({
        title: "Links to other sites",
        labels: { "carrying-data": "Those that carry data", all: "All that nobody mentioned" },
        description:
          "Remove those that carry data or imitate an allowed site, or all that neither you nor the person mentioned.",
      }),
  })
  .prefault({})
  .meta({
    title: "Links and images",
    description: "Links that could carry data out of the chat. Foreign images are always removed.",
  });
