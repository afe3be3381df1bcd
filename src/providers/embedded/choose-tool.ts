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

/**
 * Ranks tools by what the text shares with them: the whole title or name first, then what people may say, then words of
 * the name and description (words that few tools share count more), then arguments the text already gives.
 */
export function rankTools(tools: readonly ToolSpec[], text: string): Choice[] {
  const heard = withCues(text);
  const sequence = ` ${stems(heard).join(" ")} `;
  const profiles = tools.map((tool) => ({
    tool,
    known: new Set([
      ...stems(spell(tool.name)),
      ...stems(tool.title),
      ...terms(tool.description),
      ...(tool.phrases ?? []).flatMap(stems),
    ]),
  }));
  const weigh = (term: string) =>
    Math.log(1 + tools.length / Math.max(1, profiles.filter(({ known }) => known.has(term)).length)) /
    Math.log(1 + tools.length);
  const spoken = new Set(stems(heard));
  return tools
    .map((tool) => ({
      tool,
      score:
        titleScore(tool, sequence) +
        phraseScore(tool, spoken, weigh) +
        wordScore(tool, spoken, weigh) +
        slotScore(tool, text),
    }))
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

function titleScore(tool: ToolSpec, sequence: string): number {
  const names = [stems(tool.title), stems(spell(tool.name))].map((name) => name.join(" "));
  return names.some((name) => name !== "" && sequence.includes(` ${name} `)) ? 2.5 : 0;
}

function phraseScore(tool: ToolSpec, spoken: ReadonlySet<string>, weigh: (term: string) => number): number {
  const scores = (tool.phrases ?? []).map((phrase) => {
    const wanted = [...new Set(stems(phrase.replace(/\{[^}]*\}/g, "")))];
    const total = wanted.reduce((sum, term) => sum + weigh(term), 0);
    const met = wanted.filter((term) => spoken.has(term)).reduce((sum, term) => sum + weigh(term), 0);
    const coverage = total === 0 ? 0 : met / total;
    return coverage >= 0.6 ? 2 * coverage : coverage;
  });
  return Math.max(0, ...scores);
}

function wordScore(tool: ToolSpec, spoken: ReadonlySet<string>, weigh: (term: string) => number): number {
  const count = (text: string) =>
    [...new Set(terms(text))].filter((term) => spoken.has(term)).reduce((sum, term) => sum + weigh(term), 0);
  return 0.8 * Math.min(2, count(`${spell(tool.name)} ${tool.title}`)) + 0.3 * Math.min(2, count(tool.description));
}

function slotScore(tool: ToolSpec, text: string): number {
  const slots = slotsOf(tool).filter((slot) => !isFreeText(slot));
  const filled = fillSlots(slots, text);
  const given = slots.filter((slot) => slot.required && filled[slot.name] !== undefined).length;
  return 0.5 * given + (given > 0 && missing(slotsOf(tool), filled).length === 0 ? 0.6 : 0);
}
