/** What can be done about a finding, and what a check does then, as one sentence for each. */
export type ActionChoice = "off" | "warn" | "redact" | "ask" | "block";
export type Says = Readonly<Record<ActionChoice, string>>;
