import { verifyBundle, type Report } from "#pillars/trace";
import { sealedCase, type Case } from "./honest.ts";
import { openHouse } from "./house.ts";
import { editRun } from "./edits.ts";
import { mutations } from "./mutants.ts";
import { createRandom, type Random } from "./random.ts";
import { askSecond, type Answer } from "./second.ts";

export interface Disagreement {
  readonly name: string;
  readonly first: Report;
  readonly second: Answer;
  readonly bytes: Uint8Array;
  readonly trust: readonly string[];
  readonly receipts: readonly string[];
}

export interface Agreement {
  readonly honest: number;
  readonly mutants: number;
  /** Same verdict and same code first; for broken rules, the same set of codes. */
  readonly agreed: number;
  /** What only the first verifier checks, as the second one says itself. */
  readonly beyond: number;
  /** Honest bundles that one of them refused. */
  readonly falseAlarms: number;
  /** Mutants that both let pass: what was changed is not evidence, or no rule. */
  readonly harmless: number;
  readonly samePlace: number;
  /** How often each code came first. */
  readonly codes: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}

const batch = 100;

/** Builds honest bundles and mutants, half of which were sealed with the true keys, and has both verifiers judge each. */
export async function agreement(count: number, seed: number): Promise<Agreement> {
  const sum = { honest: 0, mutants: 0, agreed: 0, beyond: 0, falseAlarms: 0, harmless: 0, samePlace: 0 };
  const codes: Record<string, number> = {};
  const disagreements: Disagreement[] = [];
  const house = await openHouse();
  for (let from = 0; from < count; from += batch) {
    const cases = await casesOf(seed, from, Math.min(count, from + batch), house);
    const answers = await askSecond(cases);
    for (const [at, each] of cases.entries()) {
      const second = answers[at];
      if (second === undefined) continue;
      const first = await verifyBundle(each.bytes, { trusted: each.trust, own: [], receipts: each.receipts });
      const isHonest = each.name === "honest";
      const isRefused = first.verdict === "FAILED" || second.verdict === "FAILED";
      sum[isHonest ? "honest" : "mutants"] += 1;
      if (isHonest && isRefused) sum.falseAlarms += 1;
      if (!isHonest && !isRefused) sum.harmless += 1;
      const code = first.codes[0] ?? first.verdict;
      codes[code] = (codes[code] ?? 0) + 1;
      if (isSame(first, second)) sum.agreed += 1;
      else if (isBeyond(first, second)) sum.beyond += 1;
      else disagreements.push({ ...each, first, second });
      if (first.step === second.step && first.part === second.part) sum.samePlace += 1;
    }
  }
  return { ...sum, codes, disagreements };
}

/** A quarter honest, every fifth of them a real chat, a quarter that broke a rule before it was sealed, and half made from the honest ones by all mutations in turn. */
async function casesOf(
  seed: number,
  from: number,
  to: number,
  house: (random: Random) => Promise<Case>,
): Promise<Case[]> {
  const kinds = Object.entries(mutations);
  const randoms = Array.from({ length: to - from }, (_, at) => createRandom(seed * 1_000_003 + from + at));
  const honest: Case[] = [];
  const chats: Case[] = [];
  const changed: Case[] = [];
  for (const [at, random] of randoms.entries()) {
    const id = from + at;
    const [one, other] = [honest[random.below(honest.length)], honest[random.below(honest.length)]];
    const [name, mutate] = kinds[Math.floor(id / 2) % kinds.length] ?? [];
    if (at % 20 === 0) chats.push(await house(random));
    else if (at % 4 === 0) honest.push(await sealedCase(random, id));
    else if (at % 4 === 2) changed.push({ ...(await sealedCase(random, id, editRun)), name: "run that broke a rule" });
    else if (one !== undefined && other !== undefined && name !== undefined) {
      const bytes = await mutate?.(one, random, other);
      if (bytes !== undefined) changed.push({ ...one, name, bytes });
    }
  }
  return [...chats, ...honest, ...changed];
}

function isSame(first: Report, second: Answer): boolean {
  if (first.verdict !== second.verdict) return false;
  const broken = (codes: readonly string[]) => [...new Set(codes.filter((code) => code.startsWith("S")))].sort().join();
  if (first.verdict === "FAILED")
    return first.codes[0] === second.codes[0] && broken(first.codes) === broken(second.codes);
  return (
    first.state === second.state &&
    first.events === second.events &&
    first.erased === second.erased &&
    first.withheld === second.withheld &&
    onClock(first) === onClock(second)
  );
}

/** What is said of a clock that went back, which both say in the same words. */
function onClock({ notes }: { readonly notes: readonly { readonly message: string }[] }): string {
  return notes.flatMap(({ message }) => (message.includes("the clock of the device") ? [message] : [])).join();
}

/** E27, and the counting behind S08. */
function isBeyond(first: Report, second: Answer): boolean {
  if (first.codes[0] === "E27") return true;
  const others = (codes: readonly string[]) => codes.filter((code) => code !== "S08").join();
  return first.codes.includes("S08") && others(first.codes) === others(second.codes);
}
