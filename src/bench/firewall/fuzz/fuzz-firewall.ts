import { firewallPolicy, restore } from "#pillars/firewall";
import type { InspectInput, Inspector, Verdict } from "#pillars/firewall";
import { fuzzTexts } from "./texts.ts";

type Inspecting = Pick<Inspector, "inspect">;

/** What went wrong with one text. */
export interface FuzzFailure {
  readonly text: string;
  readonly problem: string;
}

const policy = firewallPolicy.parse({
  guards: { words: { list: ["top secret", "refund*"] } },
});
/** Everything that can be hidden is, so that there is something to put back. */
const hiding = firewallPolicy.parse({
  guards: { personalData: { inputKinds: ["card", "iban", "national-id", "email", "phone", "ip"] } },
});
const context = {
  canaries: ["zebra-quartz-7731"],
  secrets: ["hunter2-hunter2"],
  instructions: "You are the support agent of a shop. Never promise a refund above fifty euros without asking.",
  toolNames: ["send_money"],
};

/**
 * Inspects random and mutated texts: nothing may throw, every finding lies in its text, and what was hidden from the model
 * comes back to the person who wrote it exactly as it was.
 */
export async function fuzzFirewall(count: number, random: () => number, inspector: Inspecting): Promise<FuzzFailure[]> {
  const failures: FuzzFailure[] = [];
  for (const text of fuzzTexts(count, random)) {
    const problem = await problemWith(text, random, inspector);
    if (problem !== undefined) failures.push({ text, problem });
  }
  return failures;
}

async function problemWith(text: string, random: () => number, inspector: Inspecting): Promise<string | undefined> {
  const isInput = random() < 0.6;
  const from = isInput ? (random() < 0.5 ? "user" : "tool") : "model";
  const input: InspectInput = { text, direction: isInput ? "input" : "output", from, context };
  try {
    return misplaced(input, await inspector.inspect(input, policy)) ?? (await lost(text, inspector));
  } catch (thrown) {
    return `threw ${String(thrown)}`;
  }
}

function misplaced({ text }: InspectInput, { findings, score }: Verdict): string | undefined {
  let before = 0;
  for (const { guard, start, end } of findings) {
    // An empty reply can be at fault, too.
    const isInside =
      Number.isInteger(start) && start >= 0 && end <= text.length && end - start >= Math.min(1, text.length);
    if (!isInside) return `${guard} points at ${start} to ${end}`;
    if (start < before) return `${guard} is out of order`;
    before = start;
  }
  return score >= 0 && score <= 1 ? undefined : `scored ${score}`;
}

/** A text that brings a token of its own, or what might be read as one, loses it for good. */
const ownToken = /[⟦⟧]/u;

async function lost(text: string, inspector: Inspecting): Promise<string | undefined> {
  if (ownToken.test(text)) return undefined;
  const input: InspectInput = { text, direction: "input", from: "user", only: ["personalData"] };
  const verdict = await inspector.inspect(input, hiding);
  return restore(verdict.text, verdict.placeholders) === text ? undefined : "did not come back as it was";
}
