import { z } from "zod";
import { FirewallError } from "../errors.ts";
import { spaceSize } from "./features.ts";
import type { FeatureSpace } from "./features.ts";
import { createLexicon } from "./lexicon.ts";
import type { Lexicon, LexiconTable } from "./lexicon.ts";

/** Points of a curve from a raw score to the score that people see; straight between them, level outside. */
const curve = z.array(z.tuple([z.number(), z.number().min(0).max(1)])).min(2);
export type Curve = z.infer<typeof curve>;

const bits = z.int().min(1).max(20);
const head = z.strictObject({
  name: z.string(),
  wordBits: bits,
  pieceBits: bits,
  senseBits: bits,
  signs: z.int().min(0).max(1000),
  /** What one step of an 8-bit weight is worth. */
  step: z.number().positive(),
  bias: z.number(),
  /** Words that are read at once. */
  window: z.int().min(8).max(1000),
  /** The more windows a text has, the higher the best of them scores by chance: a curve for texts of up to `windows`. */
  curves: z.array(z.strictObject({ windows: z.int().positive(), curve })).min(1),
});
const header = z.strictObject({
  format: z.literal("gatehouse-text-model"),
  version: z.literal(1),
  /** How many words the lexicon has. */
  words: z.int().min(0).max(100_000),
  heads: z.array(head).max(100),
});

/** A linear classifier over hashed features, one weight for each bucket. */
export interface Head extends FeatureSpace {
  readonly name: string;
  readonly step: number;
  readonly bias: number;
  readonly window: number;
  readonly curves: readonly { readonly windows: number; readonly curve: Curve }[];
  readonly weights: Int8Array;
}

export interface TextModel {
  readonly lexicon: Lexicon;
  readonly heads: ReadonlyMap<string, Head>;
}

const magic = 0x314d4847; // "GHM1" as it lies in the file
const preamble = 8;

/**
 * Reads a model file: "GHM1", the length of the JSON header, the header, the lexicon's hashes (32 bits) and senses (16 bits),
 * the weights (8 bits) head by head. All numbers little-endian.
 */
export function readModel(bytes: Uint8Array): TextModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < preamble || view.getUint32(0, true) !== magic) throw new FirewallError("model-unreadable");
  const start = preamble + view.getUint32(4, true);
  const { words, heads } = readHeader(bytes.subarray(preamble, start));
  const sizes = heads.map(spaceSize);
  if (start + 6 * words + sizes.reduce((sum, size) => sum + size, 0) !== bytes.length)
    throw new FirewallError("model-unreadable");
  const table = {
    words: Uint32Array.from({ length: words }, (_, at) => view.getUint32(start + 4 * at, true)),
    senses: Uint16Array.from({ length: words }, (_, at) => view.getUint16(start + 4 * words + 2 * at, true)),
  };
  let at = start + 6 * words;
  const read = new Map<string, Head>();
  for (const [index, each] of heads.entries()) {
    const size = sizes[index] ?? 0;
    read.set(each.name, { ...each, weights: new Int8Array(bytes.buffer, bytes.byteOffset + at, size) });
    at += size;
  }
  return { lexicon: createLexicon(table), heads: read };
}

/** The file that `readModel` reads. */
export function writeModel({ words, senses }: LexiconTable, heads: readonly Head[]): Uint8Array {
  const described = heads.map(({ weights: _, ...each }) => each);
  const facts = { format: "gatehouse-text-model", version: 1, words: words.length, heads: described };
  const text = new TextEncoder().encode(JSON.stringify(facts));
  const start = preamble + text.length;
  const size = heads.reduce((sum, each) => sum + each.weights.length, start + 6 * words.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, preamble);
  for (const [at, word] of words.entries()) view.setUint32(start + 4 * at, word, true);
  for (const [at, sense] of senses.entries()) view.setUint16(start + 4 * words.length + 2 * at, sense, true);
  let at = start + 6 * words.length;
  for (const { weights } of heads) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return bytes;
}

function readHeader(bytes: Uint8Array): z.infer<typeof header> {
  try {
    return header.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (problem) {
    throw new FirewallError("model-unreadable", problem);
  }
}
