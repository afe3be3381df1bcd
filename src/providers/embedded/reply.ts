import type { JsonObject } from "#engine";

/** What the assistant decided to do with one request: say something, call one tool, or give up the decision to the next rule. */
export type Reply =
  | { readonly kind: "say"; readonly text: string; readonly sources?: readonly Source[] }
  | { readonly kind: "call"; readonly tool: string; readonly arguments: JsonObject };

export interface Source {
  readonly documentId: string;
  readonly title: string;
}

export function say(text: string, sources: readonly Source[] = []): Reply {
  return { kind: "say", text, sources };
}
