import {
  answerSchema,
  askAbout,
  mostAnswer,
  noJudge,
  readJudgement,
  type FirewallPolicy,
  type TierId,
} from "#pillars/firewall";
import { lapseOf, type Tier } from "./ask-tier.ts";
import type { Desk } from "./desk.ts";
import { untilAborted } from "./patience.ts";
import { tokens } from "./tokens.ts";

const id: TierId = "judge";

/** A model of the user's that is asked like any other, without tools and held to a form. */
export function judgeOf({ tiers: { judge } }: FirewallPolicy, desk: Desk): Tier {
  const { model, seconds } = judge;
  return {
    id,
    model,
    provider: desk.raw.models.info(model)?.provider ?? "unknown",
    seconds,
    isModelCall: true,
    ...(model === "" || model === noJudge ? { missing: "no-judge" as const } : {}),
    async ask(text, subject, key, signal) {
      const question = askAbout(text, subject.direction, secretOf(key, desk));
      const { text: answer, ...heard } = await listen(model, question, signal, desk);
      const judgement = heard.failure === undefined ? readJudgement(answer) : undefined;
      if (judgement !== undefined) return { ...heard, ...judgement, answer };
      return { ...heard, verdict: "none", reason: "", answer, failure: heard.failure ?? "unreadable" };
    },
  };
}

/** Of every text another one, and of every run: whoever has seen one in an answer knows no other. */
function secretOf(key: string, { raw, journal }: Desk): string {
  return raw
    .digest([id, journal.runId, key])
    .replace(/[^a-zA-Z0-9]/gu, "")
    .toLowerCase();
}

interface Spoken {
  text: string;
  inputTokens: number;
  outputTokens: number;
  failure?: string;
  sentence?: string;
}

async function listen(
  model: string,
  question: ReturnType<typeof askAbout>,
  signal: AbortSignal,
  desk: Desk,
): Promise<Spoken> {
  const heard: Spoken = { text: "", inputTokens: 0, outputTokens: 0 };
  const asked = question.instructions.length + question.text.length;
  let isFinished = false;
  try {
    signal.throwIfAborted();
    const parts = desk.raw.models.stream(
      {
        model,
        instructions: question.instructions,
        messages: [{ role: "user", text: question.text }],
        tools: [],
        replySchema: answerSchema,
        temperature: 0,
      },
      signal,
    );
    for await (const part of untilAborted(parts, signal)) {
      if (part.type === "text") heard.text += part.text;
      if (part.type === "finish") {
        isFinished = true;
        heard.inputTokens = tokens(part.usage.inputTokens, asked);
        heard.outputTokens = tokens(part.usage.outputTokens, heard.text.length);
        if (part.reason === "content-filter") heard.failure = "refused";
      }
      // It was given no tools, and a judgement is short.
      if (part.type === "tool-call" || heard.text.length > mostAnswer) {
        heard.failure = "unreadable";
        heard.text = heard.text.slice(0, mostAnswer);
        return heard;
      }
    }
  } catch (problem) {
    heard.failure = signal.aborted ? lapseOf(signal) : "failed";
    // Providers throw errors whose message is one sentence for a person, without keys or headers.
    if (problem instanceof Error && heard.failure !== "late") heard.sentence = problem.message;
  } finally {
    // What broke off gave no figures, and is no way around a limit.
    if (!isFinished) Object.assign(heard, { inputTokens: asked, outputTokens: heard.text.length });
  }
  return heard;
}
