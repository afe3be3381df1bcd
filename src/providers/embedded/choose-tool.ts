import type { ToolSpec } from "#engine";
import { terms, words } from "../retrieval/index.ts";
import { withCues } from "./cues.ts";
import { slotsOf, spell } from "./schema.ts";
import { fillSlots, isFreeText, missing } from "./slots.ts";

export interface Choice {
  readonly tool: ToolSpec;
  readonly score: number;
}

/** Enough to act on when nothing else fits, and enough to prefer an action over an answer from documents. */
export const weakChoice = 1;
export const strongChoice = 1.9;

const glue = new Set(
  "a an the my our your please i me we you is are was do does can could would to of for it this that be i'd i'm have has been".split(
    " ",
  ),
);

/** A tool's words, prepared once: every rule of every turn asks for them. */
interface Profile {
  /** Title and name as stems, in order. */
  readonly names: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly nameWords: readonly string[];
  readonly descriptionWords: readonly string[];
  readonly all: ReadonlySet<string>;
}

const profiles = new WeakMap<ToolSpec, Profile>();

type Weigh = (term: string) => number;

/**
 * Ranks tools by what the text shares with them: the whole title or name first, then what people may say, then words of
 * the name and description (words that few tools share count more), then arguments the text already gives.
 */
export function rankTools(tools: readonly ToolSpec[], text: string): Choice[] {
  const heard = stems(withCues(text));
  const sequence = ` ${heard.join(" ")} `;
  const spoken = new Set(heard);
  const known = tools.map((tool) => ({ tool, profile: profileOf(tool) }));
  const weigh = (term: string) => {
    const sharing = known.filter(({ profile }) => profile.all.has(term)).length;
    return Math.log(1 + tools.length / Math.max(1, sharing)) / Math.log(1 + tools.length);
  };
  return known
    .map(({ tool, profile }) => {
      const shares =
        titleScore(profile, sequence) + phraseScore(profile, spoken, weigh) + wordScore(profile, spoken, weigh);
      return { tool, score: shares + slotScore(tool, text) };
    })
    .toSorted((left, right) => right.score - left.score);
}

export function chooseTool(tools: readonly ToolSpec[], text: string, floor: number): ToolSpec | undefined {
  const best = rankTools(tools, text)[0];
  return best && best.score >= floor ? best.tool : undefined;
}

/** A tool that looks things up in a knowledge base: reads, and needs nothing but a question. */
export function isKnowledgeTool(tool: ToolSpec): boolean {
  const required = slotsOf(tool).filter((slot) => slot.required);
  return (
    tool.effect === "read" &&
    required.length === 1 &&
    required.every(({ name }) => /^(?:query|question|search|q)$/i.test(name))
  );
}

function stems(text: string): string[] {
  return words(text)
    .filter((word) => !glue.has(word))
    .flatMap((word) => (terms(word).length > 0 ? terms(word) : [word]));
}

function profileOf(tool: ToolSpec): Profile {
  const known = profiles.get(tool);
  if (known) return known;
  const names = [stems(tool.title), stems(spell(tool.name))];
  const phrases = (tool.phrases ?? []).map((phrase) => [...new Set(stems(phrase.replace(/\{[^}]*\}/g, "")))]);
  const descriptionWords = [...new Set(terms(tool.description))];
  const profile = {
    names: names.map((name) => name.join(" ")).filter((name) => name !== ""),
    phrases,
    nameWords: [...new Set(terms(`${spell(tool.name)} ${tool.title}`))],
    descriptionWords,
    all: new Set([...names.flat(), ...phrases.flat(), ...descriptionWords]),
  };
  profiles.set(tool, profile);
  return profile;
}

function titleScore({ names }: Profile, sequence: string): number {
  return names.some((name) => sequence.includes(` ${name} `)) ? 2.5 : 0;
}

function phraseScore({ phrases }: Profile, spoken: ReadonlySet<string>, weigh: Weigh): number {
  const scores = phrases.map((phrase) => {
    const total = sum(phrase, weigh);
    const coverage = total === 0 ? 0 : sum(shared(phrase, spoken), weigh) / total;
    return coverage >= 0.6 ? 2 * coverage : coverage;
  });
  return Math.max(0, ...scores);
}

function wordScore({ nameWords, descriptionWords }: Profile, spoken: ReadonlySet<string>, weigh: Weigh): number {
  const named = Math.min(2, sum(shared(nameWords, spoken), weigh));
  return 0.8 * named + 0.3 * Math.min(2, sum(shared(descriptionWords, spoken), weigh));
}

function shared(words: readonly string[], spoken: ReadonlySet<string>): string[] {
  return words.filter((word) => spoken.has(word));
}

function sum(words: readonly string[], weigh: Weigh): number {
  return words.reduce((total, word) => total + weigh(word), 0);
}

function slotScore(tool: ToolSpec, text: string): number {
  const slots = slotsOf(tool).filter((slot) => !isFreeText(slot));
  const filled = fillSlots(slots, text);
  const given = slots.filter((slot) => slot.required && filled[slot.name] !== undefined).length;
  return 0.5 * given + (given > 0 && missing(slotsOf(tool), filled).length === 0 ? 0.6 : 0);
}
