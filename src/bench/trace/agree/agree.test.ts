import { expect, it } from "vitest";
import { agreement } from "./agree.ts";
import { whyNot } from "./second.ts";

const count = 40;
const missing = whyNot();
if (missing !== undefined) console.warn(`SKIPPED: the second verifier was not tried on ${count} bundles: ${missing}.`);

it.skipIf(missing !== undefined)("judges as the second verifier does", { timeout: 300_000 }, async () => {
  const { disagreements, falseAlarms, honest, mutants, agreed, beyond } = await agreement(count, 7);
  const told = disagreements.map(({ name, first, second }) => [name, first.codes, second.codes]);
  expect({ told, falseAlarms }).toEqual({ told: [], falseAlarms: 0 });
  expect(agreed + beyond).toBe(honest + mutants);
  expect(honest).toBe(count / 4);
  expect(mutants).toBeGreaterThan(count / 2);
});
