import type { JsonObject, ToolContext } from "#engine";
import { z } from "zod";
import { failure, success, type Effect } from "./outcome.ts";
import type { CrmState } from "./state.ts";

const emailArguments = z.strictObject({
  to: z.email(),
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(10_000),
});

/** Puts an e-mail into the outbox, once for each idempotency key. The demo shop sends nothing. */
export function sendEmail(state: CrmState, args: JsonObject, { idempotencyKey, now }: ToolContext): Effect {
  const before = state.outbox.find((each) => each.idempotencyKey === idempotencyKey);
  if (before !== undefined) return { outcome: success({ messageId: before.id }) };
  const asked = emailArguments.safeParse(args);
  if (!asked.success) return { outcome: failure("An e-mail needs one address, a subject and a text.") };
  const message = { id: `M${1001 + state.outbox.length}`, ...asked.data, idempotencyKey, at: now };
  return { outcome: success({ messageId: message.id }), state: { ...state, outbox: [...state.outbox, message] } };
}
