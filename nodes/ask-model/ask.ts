import {
  labelled,
  type Attached,
  type ContextMessage,
  type Conversation,
  type Label,
  type Labelled,
  type Needs,
} from "#engine";
import { z } from "zod";

interface Work {
  readonly config: { readonly model: string; readonly instructions: string; readonly temperature?: number | undefined };
  readonly inputs: { readonly prompt: string };
  readonly labels: Readonly<Record<string, Label>>;
  readonly host: Pick<Needs, "llm" | "conversation" | "knowledge">;
  readonly attached: readonly Attached[];
}

/** Loaded with the first prompt: a drawing does not need it. */
export async function ask({ config, inputs, labels, host, attached }: Work): Promise<{ reply: Labelled }> {
  const { model, instructions, temperature } = config;
  const passages = attached.some(isKnowledge)
    ? await host.knowledge.search("h0.k", inputs.prompt, passageLimit(attached))
    : [];
  const turn = await host.llm.ask({
    key: "h0",
    model,
    instructions,
    context: [...host.conversation.history(), asMessage(inputs.prompt, labels["prompt"], host.conversation)],
    tools: [],
    documents: passages.map(({ documentId, title, text, ref }) => ({ id: documentId, title, text, ref })),
    ...(temperature === undefined ? {} : { temperature }),
  });
  return { reply: labelled(turn.text, turn.label) };
}

function isKnowledge(helper: Attached): boolean {
  return helper.kind === "knowledge";
}

function passageLimit(attached: readonly Attached[]): number {
  return z.int().catch(4).parse(attached.find(isKnowledge)?.config["limit"]);
}

/**
 * The prompt as a message. Where it is what the person wrote, it is that very message. Else it was made on the way, and its
 * `ref` is relative (`./prompt`): the value of this step's input of that name, of which only the monitor knows the full key.
 */
function asMessage(text: string, label: Label | undefined, conversation: Conversation): ContextMessage {
  const current = conversation.current();
  if (current.message.role === "user" && current.message.text === text) return current;
  const known = label ?? { integrity: "untrusted", sources: [] };
  const from = known.integrity === "author" || known.integrity === "user" ? known.integrity : "tool";
  return { ref: "./prompt", from, label: known, message: { role: "user", text } };
}
