import type { Words } from "#ui/kit";

/** One line of the conversation, in the order it happened. */
export type ChatEntry =
  | {
      kind: "message";
      id: string;
      from: "person" | "assistant";
      text: string;
      isStreaming?: boolean;
      /** Titles of the documents that an answer is taken from. */
      sources?: readonly string[];
      /** A remark under the message, as who or what wrote it. */
      note?: string;
    }
  | GuardEvent;

/** What a guard or a tool did, as one quiet line. */
export type GuardEvent = {
  kind: "event";
  id: string;
  signal: "pass" | "ask" | "stop" | "sealed" | "quiet";
  /** The verb that stands out: "Stopped:". */
  lead?: string;
  words: Words;
  /** A time or a cost. */
  figure?: string;
  /** There is more to say; a press opens it. */
  hasWhy?: boolean;
};
