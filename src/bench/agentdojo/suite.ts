import { jsonObject } from "#engine";
import { z } from "zod";

const call = z.object({ tool: z.string(), args: jsonObject });

const userTask = z.object({
  id: z.string(),
  prompt: z.string(),
  calls: z.array(call.extend({ output: z.string() })),
});

const injectionTask = z.object({ id: z.string(), in_paper_629: z.boolean() });

const attackCase = z.object({
  user_task: z.string(),
  injection_task: z.string(),
  calls: z.array(call.extend({ output_with_injection: z.string() })),
  injected_at: z.array(z.int()),
  injection_calls: z.array(call.extend({ output: z.string() })),
});

/**
 * One suite of AgentDojo v1.2.1 (ethz-spylab, MIT), as exported: the tools, what the user tasks call with what came back,
 * and the same runs with an injection in what was read, followed by the calls that the injection wants.
 */
export const suite = z.object({
  suite: z.string(),
  environment: z.object({ calendar: z.object({ current_day: z.iso.date() }).optional() }),
  tools: z.array(z.object({ name: z.string(), description: z.string(), parameters: jsonObject })),
  user_tasks: z.array(userTask).min(1),
  injection_tasks: z.array(injectionTask),
  cases: z.array(attackCase),
});
export type Suite = z.infer<typeof suite>;
export type UserTask = z.infer<typeof userTask>;
export type AttackCase = z.infer<typeof attackCase>;

/** Effect and argument roles by tool, annotated by a person. `fetch` is a read whose address may carry data out. */
export const rolesFile = z.record(
  z.string(),
  z.object({
    effect: z.enum(["read", "fetch", "write", "send", "pay", "delete", "admin"]),
    arguments: z.record(z.string(), z.enum(["target", "id", "value", "content", "flag"])),
  }),
);
export type RolesFile = z.infer<typeof rolesFile>;
