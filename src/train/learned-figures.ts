import { sources } from "#bench/firewall";
import { offensiveHead } from "#pillars/firewall/learning";
import type { MeasuredFigures } from "#pillars/firewall/measured";
import type { ContentRow } from "./held-out-content.ts";
import type { HeldOutRow } from "./held-out.ts";
import { meanShare } from "./mean-share.ts";

type Row = HeldOutRow | ContentRow;
const sensitivities = ["low", "normal", "high"] as const;

/** What the guards that have learned catch of texts they have not learned from, and whom they disturb, for the Firewall's panel. */
export function learnedFigures(orders: readonly HeldOutRow[], content: readonly ContentRow[]): MeasuredFigures {
  const isBusiness = ({ source }: Row): boolean => sources[source]?.benign === "business";
  const offensive = content.filter(({ head }) => head === offensiveHead);
  const topics = content.filter(({ head }) => head !== offensiveHead);
  return {
    injection: figures(
      orders.filter(({ kind }) => kind === "attack"),
      orders.filter((row) => row.kind === "benign" && isBusiness(row)),
    ),
    offensive: figures(
      offensive.filter(({ isAbout }) => isAbout),
      offensive.filter((row) => !row.isAbout && isBusiness(row)),
    ),
    topics: figures(
      topics.filter(({ isAbout }) => isAbout),
      topics.filter((row) => row.head === "any topic" && isBusiness(row)),
    ),
  };
}

function figures(wanted: readonly Row[], ordinary: readonly Row[]) {
  const count = (rows: readonly Row[]): number => rows.reduce((sum, { n }) => sum + n, 0);
  return Object.fromEntries(
    sensitivities.map((sensitivity) => [
      sensitivity,
      {
        catches: meanShare(wanted, sensitivity),
        disturbs: meanShare(ordinary, sensitivity),
        texts: [count(wanted), count(ordinary)] satisfies [number, number],
      },
    ]),
  );
}
