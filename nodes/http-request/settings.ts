import { argumentRole, httpMethods, toolEffect } from "#engine";
import { z } from "zod";

/** Names that objects have of themselves. */
const taken: ReadonlySet<string> = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty"]);

const argument = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9_]{0,39}$/u, "Write a name of letters, digits and _ that starts with a small letter.")
    .refine((name) => !taken.has(name), "This name is taken.")
    .meta({ title: "Name" }),
  type: z
    .enum(["text", "number", "integer", "boolean", "list"])
    .default("text")
    .meta({
      title: "Kind",
      labels: {
        text: "Text",
        number: "Number",
        integer: "Whole number",
        boolean: "Yes or no",
        list: "List of texts",
      },
    }),
  description: z.string().max(300).default("").meta({ title: "What it means" }),
  required: z.boolean().default(true).meta({ title: "Must be given" }),
  choices: z.array(z.string().min(1).max(100)).max(50).default([]).meta({ title: "One of" }),
  example: z.string().max(200).default("").meta({ title: "Example" }),
});
export type ToolArgument = z.infer<typeof argument>;

/** The field name of RFC 9110, short. */
const headerName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/u, "Write letters, digits and -.");

const header = z.strictObject({
  name: headerName.meta({ title: "Name" }),
  value: z
    .string()
    .regex(/^[\x20-\x7e]{0,500}$/u, "Write plain letters and signs.")
    .default("")
    .meta({ title: "Value" }),
});

const secret = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/u, "Write small letters, digits and -.")
    .meta({ title: "Name of the key" }),
  header: headerName.default("Authorization").meta({ title: "Sent as" }),
  prefix: z
    .string()
    .regex(/^[\x20-\x7e]{0,40}$/u)
    .default("Bearer ")
    .meta({ title: "In front of it" }),
});

/** Config of an HTTP request node. */
export const settings = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/u, "Write small letters, digits and _, for example look_up_stock.")
      .default("call_service")
      .meta({ title: "Name", description: "What models and rules call it: look_up_stock, send_letter." }),
    description: z
      .string()
      .max(1000)
      .default("")
      .meta({ title: "What it does", description: "One or two sentences, for the model.", widget: "textarea" }),
    method: z.enum(httpMethods).default("GET").meta({ title: "Method" }),
    address: z.string().max(2000).default("").meta({
      title: "Address",
      description: "https://shop.example/stock/{productId}: arguments in braces. The host stays what you write here.",
    }),
    arguments: z.array(argument).max(30).default([]).meta({
      title: "Arguments",
      description: "What a call may say. What the address does not name goes into the query or the body.",
    }),
    headers: z.array(header).max(20).default([]).meta({ title: "Headers" }),
    secret: secret.optional().meta({ title: "Key", widget: "hidden" }),
    phrases: z.array(z.string().min(1).max(200)).max(20).default([]).meta({
      title: "What people say",
      description: "Helps the built-in assistant choose it.",
    }),
    answer: z
      .enum(["auto", "json", "text"])
      .default("auto")
      .meta({ title: "Answer", labels: { auto: "As the server says", json: "JSON", text: "Text" } }),
    timeoutSeconds: z
      .number()
      .min(0.1)
      .max(120)
      .default(15)
      .meta({ title: "Seconds", description: "It is given up after this." }),
    maxKilobytes: z
      .int()
      .min(1)
      .max(1000)
      .default(256)
      .meta({ title: "At most, in kB", description: "Longer answers are refused." }),
    proves: z.boolean().default(true).meta({
      title: "Send a signed permission",
      description:
        "Lets the server check that this very call was allowed. Some servers refuse headers they do not know.",
    }),
    effect: toolEffect.optional().meta({ title: "Effect", widget: "hidden" }),
    roles: z.record(z.string().max(40), argumentRole).default({}).meta({ title: "Roles", widget: "hidden" }),
  })
  .superRefine(({ arguments: list }, context) => {
    const seen = new Set<string>();
    for (const [at, { name }] of list.entries()) {
      if (seen.has(name))
        context.addIssue({
          code: "custom",
          path: ["arguments", at, "name"],
          message: "There is one of this name already.",
        });
      seen.add(name);
    }
  });
export type HttpRequestSettings = z.infer<typeof settings>;
