import { createNodeInspector } from "#hosts/node";
import { seededRandom } from "../random.ts";
import { fuzzFirewall } from "./fuzz-firewall.ts";

/** `npm run fuzz:firewall [COUNT] [SEED]`: 100,000 texts unless told otherwise; prints each failure, and fails if there is one. */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const failures = await fuzzFirewall(count, seededRandom(seed), await createNodeInspector());
for (const { text, problem } of failures) console.log(`${problem}: ${JSON.stringify(text)}`);
console.log(`${count} texts with seed ${seed}, ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
