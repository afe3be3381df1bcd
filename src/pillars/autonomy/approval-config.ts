import { toolEffect } from "#engine";
import { z } from "zod";
import { roleName } from "./role.ts";

const when = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("always") }).meta({ title: "Always" }),
  z
    .strictObject({
      kind: z.literal("amount"),
      argument: z.string().min(1).meta({ title: "Amount" }),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .default("EUR")
        .meta({ title: "Currency" }),
      above: z.number().min(0).max(1e11).meta({ title: "Above" }),
    })
    .meta({ title: "Above an amount" }),
  z.strictObject({ kind: z.literal("outside") }).meta({ title: "When who, what or how much comes from outside text" }),
  z
    .strictObject({ kind: z.literal("contents") })
    .meta({ title: "When anything in it, also plain text, comes from outside" }),
  z
    .strictObject({ kind: z.literal("influenced") })
    .meta({ title: "When outside text had any part in it: in it, in the branch, or read before" }),
  z.strictObject({ kind: z.literal("first-target") }).meta({ title: "The first time for this target" }),
  z
    .strictObject({
      kind: z.literal("condition"),
      condition: z.string().min(1).max(2_000).meta({
        title: "Condition",
        description: "In CEL. `args` is what the call is given, `lower` the same in small letters.",
        widget: "expression",
      }),
    })
    .meta({ title: "When a condition holds" }),
  z
    .strictObject({
      kind: z.literal("risk"),
      effects: z.array(toolEffect).min(1).default(["send", "pay", "delete", "admin"]).meta({ title: "Effects" }),
    })
    .meta({ title: "For risky tools" }),
]);

const onTimeout = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("deny") }).meta({ title: "Deny" }),
  z
    .strictObject({
      kind: z.literal("escalate"),
      to: roleName,
      waitMinutes: z.number().int().min(1).max(43_200).default(60),
    })
    .meta({
      title: "Ask somebody else, then deny",
    }),
]);

/** Config of an Approval gate. There is no way to say that silence approves. */
export const approvalConfig = z.strictObject({
  when: when.default({ kind: "always" }).meta({ title: "A person decides" }),
  approvers: z
    .array(roleName)
    .default([])
    .meta({ title: "Who decides", description: "Roles; nothing chosen means anyone." }),
  notByRequester: z.boolean().default(true).meta({ title: "Not by the person who asked" }),
  people: z
    .number()
    .int()
    .min(1)
    .max(2)
    .default(1)
    .meta({ title: "How many people", description: "Two means two different people approve." }),
  waitMinutes: z.number().int().min(1).max(43_200).default(60).meta({ title: "Waits", description: "Minutes." }),
  remindMinutes: z
    .number()
    .int()
    .min(1)
    .max(43_200)
    .optional()
    .meta({ title: "Reminds after", description: "Minutes; left empty, at half of the wait." }),
  onTimeout: onTimeout.default({ kind: "deny" }).meta({ title: "After that" }),
  allowEdit: z
    .boolean()
    .default(true)
    .meta({ title: "The arguments may be changed", description: "A change is checked again." }),
});
export type ApprovalConfig = z.infer<typeof approvalConfig>;
