import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { offensiveHead, topicHead, topics } from "../content/topics.ts";
import { FirewallError } from "../errors.ts";
import { emptyLexicon } from "./lexicon.ts";
import { readModel } from "./model.ts";
import type { TextModel } from "./model.ts";
import { shippedModel } from "./shipped.ts";

/**
 * What the firewall has learned. `message`: orders in what a person writes; `data`: in documents and tool results; a head for
 * offensive content, and one for each topic.
 */
export type Classifiers = TextModel;
const needed = ["message", "data", offensiveHead, ...topics.map(topicHead)];

/** The rules alone, for tests of the rules. A host cannot get an inspector without classifiers. */
export const noClassifiers: Classifiers = { lexicon: emptyLexicon, heads: new Map() };

/**
 * Reads the shipped model. It has to be the very file that this version's thresholds were measured with: a stale or damaged
 * one would let pass what it should not.
 */
export function readClassifiers(bytes: Uint8Array): Classifiers {
  if (bytesToHex(sha256(bytes)) !== shippedModel.sha256) throw new FirewallError("model-foreign");
  const model = readModel(bytes);
  if (!needed.every((name) => model.heads.has(name))) throw new FirewallError("model-unreadable");
  return model;
}
