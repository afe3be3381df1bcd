import { fits, type DayLine } from "./claim.ts";

/** "All chats of this flow together may use 20 tool calls a day, and today's are used up. They can go on from 00:00 UTC." */
export function daySentence(line: DayLine): string {
  const { limit, most } = line;
  if (limit === "chatsPerDay")
    return `This flow may have ${plural(most, "chat")} a day, and today's have begun. The next can begin from 00:00 UTC.`;
  if (limit === "dollarsPerDay" && line.asked > most)
    return "The price of this model is not in the table, so its cost in a day cannot be limited.";
  const what =
    limit === "dollarsPerDay"
      ? `cost ${most / 1_000_000} US dollars`
      : `use ${plural(most, limit === "toolCallsPerDay" ? "tool call" : "token")}`;
  const may = `All chats of this flow together may ${what} a day, and`;
  return fits({ ...line, held: 0 })
    ? `${may} what is left for today is held by another call. Try again when that has ended.`
    : `${may} what is left for today is not enough. They can go on from 00:00 UTC.`;
}

function plural(number: number, noun: string): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}
