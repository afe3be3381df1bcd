import { seededRandom } from "../random.ts";
import { measureDrawnSecrets } from "./measure.ts";

/** `npm run measure:secrets [TIMES] [SEED]`: each phrasing 12 times unless told otherwise. */
const times = Number(process.argv[2] ?? 12);
const seed = Number(process.argv[3] ?? 5);
for (const { half, kind, texts, found } of measureDrawnSecrets(times, seededRandom(seed)))
  console.log(`${half.padEnd(12)} ${kind.padEnd(42)} ${((100 * found) / texts).toFixed(1).padStart(5)} % of ${texts}`);
