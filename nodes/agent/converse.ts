import {
  RunError,
  Suspended,
  type Attached,
  type ContextMessage,
  type Conversation,
  type Label,
  type LlmStep,
  type LlmTurn,
  type Needs,
} from "#engine";
import { z } from "zod";

/** Where the Limits are silent, no answer is worth more model calls than this. */
const mostHops = 64;

export interface AgentSettings {
  readonly model: string;
  readonly instructions: string;
  readonly maxSteps?: number;
  readonly temperature?: number;
}

type Host = Pick<Needs, "llm" | "tools" | "conversation" | "knowledge">;

/**
 * The tool loop. Keys are positions (`h2.c0` is the first call of the third answer), so a resumed turn finds what it has
 * done. The model's last answer is the one without calls.
 */
export async function converse(
  text: string,
  label: Label | undefined,
  settings: AgentSettings,
  host: Host,
  attached: readonly Attached[],
): Promise<LlmTurn> {
  const { model, instructions, temperature } = settings;
  const documents = await findDocuments(text, host, attached);
  const context = [...host.conversation.history(), asMessage(text, label, host.conversation)];
  const most = settings.maxSteps ?? mostHops;
  for (let hop = 0; hop < most; hop += 1) {
    const turn = await host.llm.ask({
      key: `h${hop}`,
      model,
      instructions,
      context,
      tools: await host.tools.visible(),
      ...(documents === undefined ? {} : { documents }),
      ...(temperature === undefined ? {} : { temperature }),
    });
    if (turn.toolCalls.length === 0) return turn;
    context.push(spoken(turn), ...(await callTools(turn, `h${hop}`, host)));
  }
  throw new RunError("limit-hit", `The agent took its ${most} step${most === 1 ? "" : "s"} and had no answer.`);
}

function spoken({ text, toolCalls, label, ref }: LlmTurn): ContextMessage {
  return { ref, from: "model", label, message: { role: "assistant", text, toolCalls } };
}

/**
 * Asks for all of the model's calls; the gate makes them one at a time in this order. One that waits for a person does not
 * hold up the others: they run, so that all that has to be asked is asked at once, and then the step waits.
 */
async function callTools(turn: LlmTurn, key: string, host: Host): Promise<ContextMessage[]> {
  const calls = turn.toolCalls.map((call, at) => host.tools.call(`${key}.c${at}`, call));
  const ends = await Promise.allSettled(calls);
  const problems = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  if (problems.length > 0) throw problems.find((problem) => !(problem instanceof Suspended)) ?? problems[0];
  return ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.message] : []));
}

async function findDocuments(
  question: string,
  host: Host,
  attached: readonly Attached[],
): Promise<LlmStep["documents"] | undefined> {
  const shelf = attached.find((helper) => helper.kind === "knowledge");
  if (shelf === undefined) return undefined;
  const passages = await host.knowledge.search("h0.k", question, z.int().catch(4).parse(shelf.config["limit"]));
  return passages.map(({ documentId, title, text, ref }) => ({ id: documentId, title, text, ref }));
}

/**
 * What came in as a message. Where it is what the person wrote, it is that very message. Else it was made on the way, and
 * its `ref` is relative (`./message`): the value of this step's input of that name, of which only the monitor knows the
 * full key.
 */
function asMessage(text: string, label: Label | undefined, conversation: Conversation): ContextMessage {
  const current = conversation.current();
  if (current.message.role === "user" && current.message.text === text) return current;
  const known = label ?? { integrity: "untrusted", sources: [] };
  const from = known.integrity === "author" || known.integrity === "user" ? known.integrity : "tool";
  return { ref: "./message", from, label: known, message: { role: "user", text } };
}
