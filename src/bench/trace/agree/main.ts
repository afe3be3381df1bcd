import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { agreement } from "./agree.ts";
import { whyNot } from "./second.ts";

/** `npm run bench:agree -- --count 2000 [--seed 1] [--keep DIR]`: fails when the two verifiers disagree; DIR keeps those bundles. */
const { values } = parseArgs({
  options: { count: { type: "string" }, seed: { type: "string" }, keep: { type: "string" } },
});
const problem = whyNot();
if (problem !== undefined) throw new Error(`The second verifier cannot run here: ${problem}.`);
const { disagreements, ...figures } = await agreement(Number(values.count ?? 200), Number(values.seed ?? 1));
for (const [at, { name, first, second, bytes }] of disagreements.entries()) {
  console.log(`${name}: ${show(first)} against ${show(second)}`);
  if (values.keep !== undefined) await writeFile(`${values.keep}/${at}.zip`, bytes);
}
console.log(JSON.stringify({ ...figures, disagreements: disagreements.length }));
process.exitCode = disagreements.length === 0 && figures.falseAlarms === 0 ? 0 : 1;

function show({
  verdict,
  codes,
  step,
  part,
}: {
  verdict: string;
  codes: readonly string[];
  step?: number | undefined;
  part?: string | undefined;
}): string {
  return [
    verdict,
    ...codes,
    ...(step === undefined ? [] : [`step ${step}`]),
    ...(part === undefined ? [] : [part]),
  ].join(" ");
}
