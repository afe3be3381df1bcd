import { findAddresses } from "./addresses/find-addresses.ts";
import { findBirthDates } from "./birth-dates.ts";
import { findCards } from "./cards.ts";
import { findCoordinates } from "./coordinates.ts";
import type { PersonalDatum } from "./datum.ts";
import { digitRuns } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";
import { findEmails } from "./emails.ts";
import { findIbans } from "./ibans.ts";
import type { PersonalDataKind } from "./kinds.ts";
import { findLabelled } from "./labelled.ts";
import { labelledKinds } from "./labels.ts";
import { findNames } from "./names.ts";
import { findNationalIds } from "./national-ids/index.ts";
import { findNetworkAddresses } from "./network.ts";
import { findPhones } from "./phones.ts";
import { findWallets } from "./wallets.ts";

type Finder = (text: string, runs: DigitRuns, kinds: ReadonlySet<PersonalDataKind>) => Iterable<PersonalDatum>;

/** Which kinds a finder finds; it runs where one of them is asked for. */
const finders: readonly (readonly [kinds: readonly PersonalDataKind[], find: Finder])[] = [
  [["card"], findCards],
  [["iban"], findIbans],
  [["national-id"], findNationalIds],
  [labelledKinds, findLabelled],
  [["email"], findEmails],
  [["phone"], findPhones],
  [["ip", "mac"], findNetworkAddresses],
  [["crypto-address"], findWallets],
  [["coordinates"], findCoordinates],
  [["birth-date"], findBirthDates],
  [["address"], findAddresses],
  [["name"], findNames],
];

/** All personal data of the kinds asked for, in order, none overlapping another of a more certain or longer reading. */
export function findPersonalData(text: string, kinds: ReadonlySet<PersonalDataKind>): readonly PersonalDatum[] {
  const runs = digitRuns(text);
  const found: PersonalDatum[] = [];
  for (const [finds, find] of finders) {
    if (!finds.some((kind) => kinds.has(kind))) continue;
    for (const datum of find(text, runs, kinds)) if (kinds.has(datum.kind)) found.push(datum);
  }
  return apart(found);
}

/** A card number is also a run that could be a phone number: the more certain reading stands, then the longer. */
function apart(found: PersonalDatum[]): readonly PersonalDatum[] {
  found.sort((a, b) => a.start - b.start || b.score - a.score || b.end - a.end);
  const kept: PersonalDatum[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (isBetter(next, last)) kept[kept.length - 1] = next;
  }
  return kept;
}

function isBetter(a: PersonalDatum, b: PersonalDatum): boolean {
  return a.score > b.score || (a.score === b.score && a.end - a.start > b.end - b.start);
}
