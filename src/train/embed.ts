import { isAttack, own, type Example } from "./example.ts";

/**
 * More examples from the corpus: each line once more amid harmless ones of its language and channel, so that an order is
 * learned to be one wherever in a text it stands, and that no length tells an attack.
 */
export function embedInOthers(examples: readonly Example[], random: () => number): readonly Example[] {
  const harmless = new Map<string, Example[]>();
  const keyOf = ({ lang, channel }: Example): string => `${lang} ${channel}`;
  const lines = examples.filter(({ source }) => source === own);
  for (const line of lines)
    if (!isAttack(line)) harmless.set(keyOf(line), [...(harmless.get(keyOf(line)) ?? []), line]);
  const draw = (example: Example): string => {
    const choice = harmless.get(keyOf(example)) ?? [];
    return choice[Math.floor(random() * choice.length)]?.text ?? "";
  };
  return lines
    .filter(({ text }) => text.length < longest)
    .map((line) => {
      const before = random() < 0.7 ? draw(line) : "";
      const after = before === "" || random() < 0.3 ? draw(line) : "";
      const gap = random() < 0.3 ? "\n\n" : " ";
      return { ...line, text: [before, line.text, after].filter((part) => part !== "").join(gap) };
    });
}

/** Longer lines have surroundings of their own. */
const longest = 400;
