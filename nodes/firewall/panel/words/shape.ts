import type { Signal, Words } from "#ui/kit";

/** What can be done about a finding, and what a check does then, as one sentence for each. */
export type ActionChoice = "off" | "warn" | "redact" | "ask" | "block";
export type Says = Readonly<Record<ActionChoice, string>>;

/** How many texts came to which end. */
export type Tally = { readonly stopped: number; readonly asked: number; readonly changed: number };

type Part = { readonly bold: string; readonly tone?: Signal; readonly after: string };

/** "2 messages would be stopped, 5 changed." with the figures in bold. */
export function listed(parts: readonly Part[]): Exclude<Words, string> {
  return parts.flatMap(({ bold, tone, after }, at) => [
    { bold, ...(tone && { tone }) },
    `${after}${at === parts.length - 1 ? "." : ", "}`,
  ]);
}
