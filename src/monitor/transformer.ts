import { TransformerError, type FirewallPolicy } from "#pillars/firewall";
import { lapseOf, type Heard, type Tier } from "./ask-tier.ts";
import type { Desk } from "./desk.ts";
import { orAborted } from "./patience.ts";

/** A text classifier of the user's on this machine. It takes time and costs nothing else. */
export function transformerOf({ tiers: { transformer } }: FirewallPolicy, desk: Desk): Tier {
  const nothing = { answer: "", reason: "", inputTokens: 0, outputTokens: 0 };
  const none = (failure: string, sentence?: string): Heard => ({
    ...nothing,
    verdict: "none",
    failure,
    ...(sentence === undefined ? {} : { sentence }),
  });
  return {
    id: "transformer",
    model: transformer.model.sha256,
    provider: "local",
    seconds: transformer.seconds,
    isModelCall: false,
    async ask(text, _subject, _key, signal) {
      try {
        const score = await orAborted(desk.raw.transformer.score(text, transformer, signal), signal);
        return { ...nothing, verdict: score >= transformer.threshold ? "stop" : "pass", answer: score.toFixed(3) };
      } catch (problem) {
        if (signal.aborted) return none(lapseOf(signal));
        return problem instanceof TransformerError ? none(problem.lapse, problem.message) : none("failed");
      }
    },
  };
}
