import { isJsonObject } from "#engine";
import { canonicalize } from "../canonical.ts";
import type { JsonValue, TracedEvent } from "../event.ts";
import { finishReason } from "./conventions.ts";

/** What a model read and wrote, in the conventions' form, from the events to which a request refers. */
export interface Messages {
  /** Those that no earlier request of the node carried: with the whole history each time, a long chat would grow with its square. */
  input(request: TracedEvent): string | undefined;
  output(response: TracedEvent): string | undefined;
}

type Part = { readonly type: string } & Readonly<Record<string, JsonValue>>;
type Message = { readonly role: string; readonly parts: readonly Part[] };

export function messagesOf(events: readonly TracedEvent[]): Messages {
  const byRef = new Map<string, TracedEvent>();
  const changed = new Map<string, JsonValue | undefined>();
  for (const event of events) {
    if (event.kind === "message" || event.kind === "llm.response" || event.kind === "tool.result")
      byRef.set(event.key, event);
    const { ref, verdict, direction } = event.attrs;
    if (event.kind === "guardrail.result" && verdict === "redact" && direction === "input" && typeof ref === "string")
      changed.set(ref, event.values["after"]);
  }
  const given = new Set<string>();

  function said(ref: string): Message[] {
    const event = byRef.get(ref);
    if (event === undefined) return [];
    // What the firewall changed is known in whole for a message only; of anything else the model's version is not here.
    if (changed.has(ref)) return event.kind === "message" ? textMessage(event, changed.get(ref)) : [];
    if (event.kind === "message") return textMessage(event, event.values["content"]);
    return event.kind === "tool.result" ? toolMessage(event) : modelMessage(event);
  }

  return {
    input({ attrs, node }) {
      const refs = Array.isArray(attrs["refs"]) ? attrs["refs"] : [];
      const fresh = refs.filter((ref) => typeof ref === "string").filter((ref) => isNew(`${node?.id ?? ""} ${ref}`));
      return textOf(fresh.flatMap(said));
    },
    output(response) {
      const { finishReason: recorded } = response.attrs;
      const reason = typeof recorded === "string" ? { finish_reason: finishReason(recorded) } : {};
      return textOf(modelMessage(response).map((message) => ({ ...message, ...reason })));
    },
  };

  function isNew(place: string): boolean {
    if (given.has(place)) return false;
    given.add(place);
    return true;
  }
}

function textOf(messages: readonly Message[]): string | undefined {
  return messages.length === 0 ? undefined : canonicalize(messages);
}

function textMessage({ attrs }: TracedEvent, content: JsonValue | undefined): Message[] {
  const role = attrs["role"] === "assistant" ? "assistant" : "user";
  return content === undefined ? [] : [{ role, parts: [{ type: "text", content }] }];
}

function toolMessage({ attrs, values }: TracedEvent): Message[] {
  const { result } = values;
  if (result === undefined) return [];
  return [{ role: "tool", parts: [{ type: "tool_call_response", id: attrs["callId"] ?? "", response: result }] }];
}

function modelMessage({ values }: TracedEvent): Message[] {
  const { text, toolCalls } = values;
  const calls = Array.isArray(toolCalls) ? toolCalls.filter(isJsonObject) : [];
  const parts: Part[] = [
    ...(typeof text === "string" && text !== "" ? [{ type: "text", content: text }] : []),
    ...calls.map((call) => ({
      type: "tool_call",
      id: call["callId"] ?? "",
      name: call["tool"] ?? "",
      arguments: call["arguments"] ?? {},
    })),
  ];
  return parts.length === 0 ? [] : [{ role: "assistant", parts }];
}
