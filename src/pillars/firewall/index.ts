/**
 * Pillar 3, the AI firewall: pure functions that inspect what goes into a language model and what comes out of it.
 *
 * - `firewallPolicy`: the zod schema of a Firewall node's configuration; `firewallPolicy.parse({})` enforces.
 * - `inspect(input, policy)`: one text -> `Verdict`. Pass `verdict.text` on when `verdict.passable`, else nothing. For a
 *   document or tool result with injected orders the verdict is `block` and yet passable: the orders are cut out.
 * - `createStreamInspector(input, policy)`: the same verdict for a text that arrives in pieces.
 * - `createInspector(classifiers)`: both of them behind promises, for hosts, with what was learned beside the rules.
 * - `readClassifiers(bytes)`: what was learned, from the shipped file and no other.
 * - `restore(text, placeholders)`: puts hidden values back, for the person who gave them.
 *
 * Never throws on any text. Offsets are UTF-16 units of the inspected text.
 */
export { inspect } from "./inspect.ts";
export { readClassifiers } from "./classifier/classifiers.ts";
export type { Classifiers } from "./classifier/classifiers.ts";
export { shippedModel } from "./classifier/shipped.ts";
export { createInspector } from "./inspector.ts";
export type { Inspector, StreamEnd, StreamInspection } from "./inspector.ts";
export { restore } from "./placeholders.ts";
export {
  actions,
  firewallPolicy,
  firewallPolicyWith,
  noJudge,
  presetOf,
  presets,
  thresholds,
  withPreset,
} from "./policy/index.ts";
export type { Action, FirewallPolicy, GuardId, GuardSetting, Preset, Sensitivity } from "./policy/index.ts";
export { createStreamInspector } from "./stream.ts";
export type { Release, StreamInspector } from "./stream.ts";
export { asksTier, holdsReply, isInDoubt, tierIds } from "./tiers/doubt.ts";
export type { TierId } from "./tiers/doubt.ts";
export { mostAnswer, readJudgement } from "./tiers/judgement.ts";
export { lapses, withOpinion } from "./tiers/opinion.ts";
export type { Lapse, Opinion } from "./tiers/opinion.ts";
export { TransformerError } from "./tiers/transformer.ts";
export type { Transformer, TransformerLapse, TransformerSetting } from "./tiers/transformer.ts";
export { answerSchema, askAbout, mostJudged } from "./tiers/question.ts";
export { textOrigins } from "./types.ts";
export type { Direction, Finding, InspectContext, InspectInput, Placeholder, TextOrigin, Verdict } from "./types.ts";
export { guards } from "./guards/index.ts";
export { languagesOfText } from "./grounding/languages.ts";
