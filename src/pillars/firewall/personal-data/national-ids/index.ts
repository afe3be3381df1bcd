import type { PersonalDatum } from "../datum.ts";
import { around } from "../datum.ts";
import { isDigit } from "../digit-runs.ts";
import type { DigitRuns } from "../digit-runs.ts";
import { findForms, growTree } from "../forms.ts";
import type { Form } from "../forms.ts";
import { africaAndOceania } from "./africa-and-oceania.ts";
import { americas } from "./americas.ts";
import { asia } from "./asia.ts";
import { easternEurope } from "./eastern-europe.ts";
import type { NationalId } from "./national-id.ts";
import { northernEurope } from "./northern-europe.ts";
import { westernEurope } from "./western-europe.ts";

/** Most asked for first: of two numbers that fit alike, the first is named. */
export const nationalIds: readonly NationalId[] = [
  ...americas,
  ...westernEurope,
  ...northernEurope,
  ...easternEurope,
  ...asia,
  ...africaAndOceania,
];

interface Reading {
  readonly id: NationalId;
  readonly isPlain: boolean;
}

const tree = growTree(readings());

function* readings(): Generator<readonly [Form, Reading]> {
  for (const id of nationalIds) {
    for (const form of id.telling ?? []) yield [form, { id, isPlain: false }];
    for (const form of id.plain ?? []) yield [form, { id, isPlain: true }];
  }
}

/** National numbers by their form and check digits; plain ones where a word near them names them. */
export function* findNationalIds(text: string, runs: DigitRuns): Generator<PersonalDatum> {
  for (const { start, end, accepts } of findForms(text, runs, tree)) {
    const bare = text
      .slice(start, end)
      .replace(/[^a-z0-9]/giu, "")
      .toUpperCase();
    let words: string | undefined;
    let best: PersonalDatum | undefined;
    for (const { id, isPlain } of accepts) {
      if (!id.check(bare)) continue;
      words ??= around(text, start, end);
      const isNamed = id.context.test(words);
      if (!isNamed && (isPlain || goesOn(text, start, end))) continue;
      const score = isNamed ? 0.98 : 0.75;
      if (best === undefined || score > best.score)
        best = { kind: "national-id", score, start, end, title: `${id.title} (${id.country})` };
    }
    if (best !== undefined) yield best;
  }
}

/** Whether more groups of digits follow or precede: a piece of a longer number. */
function goesOn(text: string, start: number, end: number): boolean {
  const isGap = (code: number): boolean => code === 32 || code === 0xa0;
  return (
    (isGap(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)) && /\s/u.test(text.slice(start, end))) ||
    (isGap(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2)) && /\s/u.test(text.slice(start, end)))
  );
}
