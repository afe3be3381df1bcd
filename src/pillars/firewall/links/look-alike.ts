import { latinLookalikes } from "../views/confusables.ts";
import { brandOf, isWithin, registered } from "./host.ts";
import { readableHost } from "./punycode.ts";

/** Shorter names are one letter away from each other by chance. */
const shortestName = 6;

/** The known host that a host imitates: the same to the eye, one slip away, or worn as a part of the name. */
export function imitatedBy(host: string, known: readonly string[]): string | undefined {
  if (known.some((real) => isWithin(host, real))) return undefined;
  const seen = skeleton(readableHost(host));
  return known.find((real) => {
    const shape = skeleton(real);
    return (
      isOneSlipAway(bare(seen), bare(shape)) ||
      isOneSlipAway(registered(seen), registered(shape)) ||
      `.${host}`.includes(`.${real}.`) ||
      wears(seen, shape)
    );
  });
}

/** The name put together anew: "lumen-example.com" or "lumen.shop" for lumen.example. */
function wears(seen: string, real: string): boolean {
  const name = brandOf(real);
  if (name.length < 5) return false;
  const brand = brandOf(seen);
  return brand === name || brand.replaceAll("-", "").startsWith(registered(real).replaceAll(/[.-]/gu, ""));
}

/** A host whose letters are not what they seem: Latin to the eye, but of another alphabet. */
export function disguisedName(host: string): string | undefined {
  const readable = readableHost(host);
  if (readable === host) return undefined;
  const isDisguised = readable.split(".").some((label) => {
    const letters = label.match(/\p{L}/gu) ?? [];
    const foreign = letters.filter((letter) => latinLookalikes.has(letter));
    const isMixed =
      /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label);
    const isWhole = foreign.length === letters.length && /\.[a-z]{2,24}$/u.test(readable);
    return foreign.length > 0 && !/^\p{Script=Latin}+$/u.test(letters.join("")) && (isMixed || isWhole);
  });
  return isDisguised ? skeleton(readable) : undefined;
}

function bare(host: string): string {
  return host.replace(/^www\./u, "");
}

/** What a host looks like at a glance. */
function skeleton(host: string): string {
  const composed = host.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const folded = [...composed].map((character) => latinLookalikes.get(character)?.toLowerCase() ?? character).join("");
  return folded
    .replaceAll("0", "o")
    .replace(/[1|i]/gu, "l")
    .replaceAll("5", "s")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** The same, or one letter more, less, other, or two letters in the wrong order. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < shortestName || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const left = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)] as const;
  if (Math.max(left[0].length, left[1].length) <= 1) return true;
  return left[0].length === 2 && left[0] === `${left[1][1] ?? ""}${left[1][0] ?? ""}` && left[1].length === 2;
}
