import { defineNode } from "#engine";
import { z } from "zod";

export const knowledge = defineNode({
  type: "knowledge",
  version: 1,
  title: "Knowledge",
  group: "data",
  icon: "book-open",
  description: "Documents that a step may look things up in. The search runs on this machine.",
  summary: ({ documents }) =>
    documents.length === 0 ? "Every document" : `${documents.length} document${documents.length === 1 ? "" : "s"}`,
  config: z.strictObject({
    documents: z.array(z.string().min(1).max(64)).max(500).default([]).meta({
      title: "Documents",
      description: "Nothing chosen means every document of this flow.",
      widget: "documents",
    }),
    limit: z.int().min(1).max(20).default(4).meta({
      title: "Passages",
      description: "How many passages the step reads at most.",
    }),
  }),
  inputs: {},
  outputs: {},
  attach: {},
  provides: "knowledge",
  needs: [],
  effect: "read",
});
