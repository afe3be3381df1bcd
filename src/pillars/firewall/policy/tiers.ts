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

function secondsOf(tier: string) {
  const description = `A ${tier} that takes longer counts as a stop.`;
  return z.int().min(1).max(120).default(20).meta({ title: "Seconds to answer", description });
}

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
    seconds: secondsOf("judge"),
  })
  .refine(inOrder.check, inOrder.problem)
  .prefault({})
  .meta({
    title: "Judge model",
    description: "Asks a model of yours about texts that the checks are not sure about. It costs a model call each.",
  });

const part = z
  .strictObject({
    /** In hexadecimal; empty until there is a file. */
    sha256: z
      .string()
      .regex(/^(?:[0-9a-f]{64})?$/u, "has to be a SHA-256 in hexadecimal")
      .default("")
      .meta({ title: "SHA-256", description: "The one file that is taken." }),
    /** Where to fetch it, for whoever opens the drawing and agrees to that; never fetched while a text is judged. */
    url: z
      .string()
      .max(2000)
      .regex(/^(?:https:\/\/\S+)?$/u, "has to begin with https://")
      .default("")
      .meta({ title: "Address", description: "Where the file can be fetched." }),
  })
  .prefault({});

const transformer = z
  .strictObject({
    action,
    model: part.meta({ title: "Model", description: "A text classifier as an ONNX file." }),
    tokenizer: part.meta({ title: "Tokenizer", description: "The tokenizer.json that belongs to it." }),
    attack: z.int().min(0).max(63).default(1).meta({
      title: "Answer that means attack",
      description: "The place of that answer in the model's own list, counted from 0.",
    }),
    threshold: share.default(0.5).meta({
      title: "Stop from",
      description: "How sure the model has to be that a text is an attack: 1 is certain.",
    }),
    window: z.int().min(16).max(8192).default(512).meta({
      title: "Tokens at once",
      description: "Longer texts are read in windows of this size. The model's own limit, mostly 512.",
    }),
    from,
    to,
    seconds: secondsOf("transformer"),
  })
  .refine(inOrder.check, inOrder.problem)
  .prefault({})
  .meta({
    title: "Transformer",
    description:
      "Asks a text classifier of yours about texts that the checks are not sure about. It runs on this device.",
  });

/** Asked only where the always-on checks are in doubt, and only ever to stop more: no tier lets through what a check stops. */
export const tiers = z.strictObject({ transformer, judge }).prefault({}).meta({
  title: "Second opinion",
  description: "Slower checks for what the checks above are not sure about. Off until you turn one on.",
});
