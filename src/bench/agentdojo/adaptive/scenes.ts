import type { JsonObject } from "#engine";
import type { ScriptedCall } from "../play.ts";
import { call } from "./attack.ts";

/** A mail from outside, found by words of the person's. */
export function poisonedMail(query: string, body: string, more: JsonObject = {}): ScriptedCall {
  const mail = { id: "m31", sender: "mallory@evil.example", subject: query, date: "2026-11-20 09:00", body, ...more };
  return call("search_emails", { query }, [mail]);
}

export function mailTo(recipients: readonly string[], body: string, more: JsonObject = {}): ScriptedCall {
  return call("send_email", { recipients: [...recipients], subject: "News", body, ...more });
}

export function paid(recipient: string, amount: number, more: JsonObject = {}): ScriptedCall {
  return call("send_money", { recipient, amount, date: today, ...more });
}

/** The day on which every attack plays. */
export const today = "2026-11-22";
