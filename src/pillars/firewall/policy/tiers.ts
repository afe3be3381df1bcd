import { z } from "zod";

/** The model that is part of the product: it follows rules and obeys what it reads, so it judges nothing. */
export const noJudge = "embedded";

const share = z.number().min(0).max(1);

const from = share.default(0.2).meta({
  title: "In doubt from",
  description: "How suspicious a text has to be to be asked about: 0 is not at all, 1 is certain.",
});

const to = share.default(0.5).meta({
  title: "In doubt up to",
  description: "From here on the checks above decide alone.",
});

const inOrder = {
  check: (tier: { readonly from: number; readonly to: number }): boolean => tier.from < tier.to,
  problem: { error: "doubt has to begin below where it ends", path: ["to"] },
};

const action = z
  .enum(["off", "warn", "ask", "block"])
  .default("off")
  .meta({
    title: "Action",
    labels: { off: "Not asked" },
    description: "What happens when it says stop. What it says nothing clear about counts as a stop.",
  });

const judge = z
  .strictObject({
    action,
    model: z.string().max(200).default("").meta({
      title: "Model",
      description: "A real model, best another one than the one it protects. The built-in assistant cannot judge.",
      widget: "model",
    }),
    where: z
      .enum(["input", "output", "both"])
      .default("input")
      .meta({
        title: "Where",
        labels: { input: "In what comes in", output: "In replies", both: "In both" },
        description: "With replies, each waits until it is whole and has been judged.",
      }),
    from,
    to,
    seconds: z
      .int()
      .min(1)
      .max(120)
      .default(20)
      .meta({ title: "Seconds to answer", description: "A judge that takes longer counts as a stop." }),
  })
  .refine(inOrder.check, inOrder.problem)
  .prefault({})
  .meta({
    title: "Judge model",
    description: "Asks a model of yours about texts that the checks are not sure about. It costs a model call each.",
  });

/** Asked only where the always-on checks are in doubt, and only ever to stop more: no tier lets through what a check stops. */
export const tiers = z.strictObject({ judge }).prefault({}).meta({
  title: "Second opinion",
  description: "Slower checks for what the checks above are not sure about. Off until you turn one on.",
});
