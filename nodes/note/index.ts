import { defineNode } from "#engine";
import { z } from "zod";

export const note = defineNode({
  type: "note",
  version: 1,
  title: "Note",
  group: "note",
  icon: "sticky-note",
  description: "Text on the canvas for the people who read the flow. It does nothing.",
  summary: ({ text }) => text.split("\n").find((line) => line.trim() !== "") ?? "Empty note",
  config: z.strictObject({
    text: z.string().max(10_000).default("").meta({ title: "Text", widget: "textarea" }),
  }),
  inputs: {},
  outputs: {},
  attach: {},
  needs: [],
  effect: "read",
});
