import type { InspectInput } from "#pillars/firewall";

/** What became of a text. Passed includes what was only noted. */
export type Outcome = "passed" | "changed" | "asked" | "stopped";

/** A text that this firewall has looked at in a chat, as it was before anything was done to it. */
export interface RecordedText {
  /** The step of the trace that tells of it. */
  readonly step: number;
  /** The strings that it is made of; a tool's result has many. */
  readonly inputs: readonly InspectInput[];
  readonly was: Outcome;
}

/** One chat in the log. */
export interface RecordedChat {
  readonly runId: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  /** Where a step of its trace can be read. */
  readonly href: (step: number) => string;
  /** Rejects when the log cannot be read as true. */
  readonly texts: () => Promise<readonly RecordedText[]>;
}

/** The chats with this flow, newest first. */
export type RecordedChats = () => Promise<readonly RecordedChat[]>;
