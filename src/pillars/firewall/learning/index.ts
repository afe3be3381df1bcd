/** The parts of the classifiers that training shares with inspecting, so that both read a text in the very same way. */
export { createBuckets } from "../classifier/buckets.ts";
export { featuresOf, spaceSize, wordHash } from "../classifier/features.ts";
export type { FeatureSpace } from "../classifier/features.ts";
export { createLexicon } from "../classifier/lexicon.ts";
export type { Lexicon, LexiconTable } from "../classifier/lexicon.ts";
export { readModel, writeModel } from "../classifier/model.ts";
export type { Curve, Head, TextModel } from "../classifier/model.ts";
export { shippedModel } from "../classifier/shipped.ts";
export { windowsOf } from "../classifier/windows.ts";
export { findEvidence } from "../injection/evidence.ts";
export { signCount, signsOf } from "../injection/signs.ts";
export { createViews } from "../views/views.ts";
export { offensiveHead, topicHead, topics } from "../content/topics.ts";
export type { Topic } from "../content/topics.ts";
export { unitsOf, unitWords } from "../content/units.ts";
