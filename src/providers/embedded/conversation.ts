import type { JsonObject, JsonValue, LlmMessage } from "#engine";

/** A tool call with its answer. */
export interface Exchange {
  readonly tool: string;
  readonly arguments: JsonObject;
  readonly result: JsonValue;
}

/** What the messages mean for the turn at hand. */
export interface Conversation {
  /** What the person asks, with the earlier messages that the assistant's follow-up questions tie it to. */
  readonly ask: string;
  /** The messages that `ask` joins, oldest first. */
  readonly asks: readonly string[];
  readonly latest: string;
  /** Earlier messages of the person, newest first. */
  readonly earlier: readonly string[];
  /** Tool calls answered since the latest message, in order. */
  readonly done: readonly Exchange[];
  /** All answered tool calls, newest first. */
  readonly exchanges: readonly Exchange[];
  /** The answer that the assistant must react to, if the last message is one. */
  readonly news: Exchange | undefined;
}

/** Every follow-up question starts like this: it is how the next turn knows that an answer belongs to an open request. */
export const followUp = "Could you tell me";

export function readConversation(messages: readonly LlmMessage[]): Conversation {
  const last = messages.findLastIndex((message) => message.role === "user");
  const done = exchangesOf(messages.slice(last + 1), messages);
  const asks = openAsks(messages.slice(0, last + 1));
  return {
    ...joined(asks),
    earlier: messages
      .slice(0, Math.max(last, 0))
      .flatMap((message) => (message.role === "user" ? [message.text] : []))
      .toReversed(),
    done,
    exchanges: exchangesOf(messages, messages).toReversed(),
    news: messages.at(-1)?.role === "tool" ? done.at(-1) : undefined,
  };
}

/** The conversation as it stood before the latest answer to a follow-up question; undefined when there was none. */
export function beforeLatest(conversation: Conversation): Conversation | undefined {
  const asks = conversation.asks.slice(0, -1);
  return asks.length === 0 ? undefined : { ...conversation, ...joined(asks) };
}

/** What a person may write at once; more is cut, as nobody talks to a demo in books. */
const longestMessage = 20_000;

function joined(asks: readonly string[]) {
  return { asks, ask: asks.join("\n"), latest: asks.at(-1) ?? "" };
}

/** Earlier messages belong to the latest one only across a follow-up question: one that was never answered (stopped) does not. */
function openAsks(messages: readonly LlmMessage[]): string[] {
  const asks: string[] = [];
  let isTied = true;
  for (const message of messages.toReversed()) {
    if (message.role === "user") {
      if (!isTied) break;
      asks.unshift(message.text.slice(0, longestMessage));
      isTied = false;
    } else if (message.role === "assistant" && asks.length > 0) {
      if (!message.text.includes(followUp)) break;
      isTied = true;
    }
  }
  return asks;
}

function exchangesOf(messages: readonly LlmMessage[], all: readonly LlmMessage[]): Exchange[] {
  const calls = new Map(
    all
      .flatMap((message) => (message.role === "assistant" ? message.toolCalls : []))
      .map((call) => [call.callId, call.arguments]),
  );
  return messages.flatMap((message) =>
    message.role === "tool"
      ? [{ tool: message.tool, arguments: calls.get(message.callId) ?? {}, result: message.result }]
      : [],
  );
}
