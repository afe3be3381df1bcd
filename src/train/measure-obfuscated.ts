import { join } from "node:path";
import { measureObfuscated, sharesOf } from "#bench/firewall";
import { createNodeInspector } from "#hosts/node";
import { orders, readCorpus } from "./corpus.ts";
import { isAttack } from "./example.ts";
import { seededRandom, shuffle } from "./random.ts";

/**
 * Puts the corpus's own English attacks and harmless texts through every disguise and prints what the shipped firewall
 * stops of each: `npm run measure:obfuscated [TEXTS]`, 60 attacks and as many harmless texts unless told otherwise.
 */
const random = seededRandom(11);
const count = Number(process.argv[2] ?? 60);
const longest = 1500;
const english = shuffle(readCorpus(join(import.meta.dirname, "corpus"), orders, 1, random), random).filter(
  ({ lang, text }) => lang === "en" && text.length <= longest,
);
const attacks = english.filter((example) => isAttack(example) && example.channel === "message");
const harmless = english.filter((example) => !isAttack(example));
const rows = await measureObfuscated(
  attacks.slice(0, count).map(({ text }) => text),
  harmless.slice(0, count).map(({ text }) => text),
  await createNodeInspector(),
  random,
);
for (const row of rows) print(row.obfuscation, row.stopped / row.attacks, row.falseAlarms / row.harmless);
const { stopped, falseAlarms } = sharesOf(rows);
print("all", stopped, falseAlarms);

function print(name: string, stoppedShare: number, falseShare: number): void {
  console.log(`${name.padEnd(30)} stopped ${percent(stoppedShare)}  false alarms ${percent(falseShare)}`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
