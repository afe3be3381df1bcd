import type { View } from "../views/view.ts";
import { findConcepts } from "./concepts.ts";
import type { ConceptHit } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import { createPatternFinder, type PatternFinder } from "./search/pattern-finder.ts";
import { phrases } from "./wording/index.ts";
import type { InjectionCategory } from "./phrases.ts";

/** One sign of an injection in a view's text. */
export interface Evidence {
  readonly category: InjectionCategory;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  /** Equal for signs of the same kind, which do not add up. */
  readonly sign: string;
}

/** How far apart, in UTF-16 units, two words may stand and still belong to one order. */
const reach = 60;

interface Pairing {
  readonly category: InjectionCategory;
  readonly weight: number;
  readonly of: readonly [Concept, Concept];
  /** A third concept near the two that adds to the weight. */
  readonly with?: Concept;
  readonly bonus: number;
}

const pairings: readonly Pairing[] = [
  { category: "instruction-override", of: ["override", "rules"], weight: 0.45, with: "prior", bonus: 0.4 },
  { category: "prompt-extraction", of: ["reveal", "prompt"], weight: 0.7, bonus: 0 },
  { category: "instruction-override", of: ["override", "prompt"], weight: 0.7, bonus: 0 },
  { category: "persona", of: ["persona", "freedom"], weight: 0.7, with: "assistant", bonus: 0.1 },
];

let finder: PatternFinder | undefined;

/** Made with the first text: whoever only draws or lints a flow needs none. */
function phraseFinder(): PatternFinder {
  return (finder ??= createPatternFinder(phrases.map(({ pattern }) => pattern)));
}

/** Every sign in a view, wording and concepts together. */
export function findEvidence(view: View, isData: boolean): Evidence[] {
  const text = view.lower;
  const found: Evidence[] = [];
  const search = phraseFinder().read(text);
  for (const [index, { category, weight, scope, isCased }] of phrases.entries()) {
    if (scope === "data" && !isData) continue;
    for (const { start, end } of search.matches(index, isCased ? view.text : text)) {
      if ((category === "instruction-override" || category === "prompt-extraction") && isNegated(text, start)) continue;
      found.push({ category, weight, start, end, sign: `phrase ${index}` });
    }
  }
  return [
    ...found,
    ...pairedEvidence(findConcepts(text).filter((hit) => hit.concept !== "override" || !isNegated(text, hit.start))),
  ];
}

function pairedEvidence(hits: readonly ConceptHit[]): Evidence[] {
  const found: Evidence[] = [];
  for (const [index, hit] of hits.entries()) {
    const near = neighbours(hits, index);
    for (const pairing of pairings) {
      if (hit.concept !== pairing.of[0]) continue;
      const partner = near.find((other) => other.concept === pairing.of[1]);
      if (partner === undefined) continue;
      const isStronger = pairing.with !== undefined && near.some((other) => other.concept === pairing.with);
      found.push({
        category: pairing.category,
        weight: pairing.weight + (isStronger ? pairing.bonus : 0),
        start: Math.min(hit.start, partner.start),
        end: Math.max(hit.end, partner.end),
        sign: pairing.of.join(" "),
      });
    }
    if (hit.concept === "freedom")
      found.push({ category: "persona", weight: 0.35, start: hit.start, end: hit.end, sign: "freedom" });
    if (hit.concept === "persona")
      found.push({ category: "persona", weight: 0.2, start: hit.start, end: hit.end, sign: "persona" });
  }
  return found;
}

/** "Do not ignore the safety instructions" asks for the opposite. */
function isNegated(text: string, at: number): boolean {
  return /(?:\b(?:not|never|don't|cannot|can't|nicht|niemals|nunca|jamais|nao|non|niet|nie|не|no)|n't) $/u.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

/** At most a dozen concept hits to each side, so that a text made of trigger words costs linear time. */
function neighbours(hits: readonly ConceptHit[], index: number): ConceptHit[] {
  const hit = hits[index];
  if (hit === undefined) return [];
  return hits
    .slice(Math.max(0, index - 12), index + 13)
    .filter((other) => other !== hit && other.start - hit.end <= reach && hit.start - other.end <= reach);
}

/** Signs of different kinds support one another; the same sign twice counts once. */
export function combine(evidence: readonly Evidence[]): number {
  const bySign = new Map<string, number>();
  for (const { sign, weight } of evidence) bySign.set(sign, Math.max(bySign.get(sign) ?? 0, weight));
  let doubt = 1;
  for (const weight of bySign.values()) doubt *= 1 - weight;
  return 1 - doubt;
}
