import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import type { PersonalDatum } from "../personal-data/datum.ts";
import { unfinishedAddress } from "../personal-data/addresses/find-addresses.ts";
import { personalDataKinds, personalDataNames } from "../personal-data/kinds.ts";
import type { PersonalDataKind } from "../personal-data/kinds.ts";
import { findPersonalData } from "../personal-data/find-personal-data.ts";
import { findCustomKinds, longestCustom } from "../personal-data/custom-kinds.ts";
import { masked } from "../personal-data/masked.ts";
import { forgedPlaceholders, openPlaceholder, placeholdersInLinks, removed } from "../placeholders.ts";
import type { GuardSetting } from "../policy/index.ts";
import type { InspectInput } from "../types.ts";
import type { View } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/** Kinds that stay readable in a reply when the person or the author wrote the same value. */
const sharedKinds: ReadonlySet<PersonalDataKind> = new Set([
  "email",
  "phone",
  "ip",
  "mac",
  "birth-date",
  "address",
  "name",
  "crypto-address",
]);

/**
 * Personal data. On the way in, what identifies money or a person before the law is replaced, and the rest (e-mail, phone,
 * names) passes, because a support chat works with it. On the way out, whatever the conversation did not bring in is removed.
 */
export const personalData = defineGuard({
  id: "personalData",
  title: "Personal data",
  directions: ["input", "output"],
  categories: [...personalDataKinds, "custom-kind", "forged-placeholder", "placeholder-in-link"],
  window: 128,
  holdFrom: (text, input, setting) => {
    const kinds = input.direction === "input" ? setting.inputKinds : setting.outputKinds;
    const address = kinds.includes("address") ? unfinishedAddress(text) : text.length;
    const custom = Math.max(0, text.length - longestCustom(setting.customKinds));
    return Math.min(address, custom, openPlaceholder(text));
  },
  inspect: (views, input, setting) => {
    const kinds = new Set(input.direction === "input" ? setting.inputKinds : setting.outputKinds);
    const known = knownValues(input);
    const found = readableViews(views)
      .flatMap((view) => findPersonalData(view.text, kinds).map((datum) => ({ datum, view })))
      .filter(
        ({ datum, view }) =>
          !(sharedKinds.has(datum.kind) && known.includes(bare(view.text.slice(datum.start, datum.end)))),
      )
      .map(({ datum, view }) => toCandidate(datum, view, input, setting));
    return [...found, ...customs(views, input, setting), ...forgeries(input), ...carried(input)];
  },
});

/** Leetspeak turns digits into letters and reversed text turns numbers around; neither shows personal data. */
function readableViews(views: Views): readonly View[] {
  return views.all.filter((view) => view.kind === "plain" || view.kind === "decoded" || view.kind === "hidden");
}

function toCandidate(
  datum: PersonalDatum,
  view: View,
  input: InspectInput,
  { shown }: GuardSetting<"personalData">,
): Candidate {
  const name = personalDataNames[datum.kind];
  const value = view.text.slice(datum.start, datum.end);
  return {
    category: datum.kind,
    score: datum.score,
    ...view.toOriginal(datum.start, datum.end),
    reason: `Contains a ${datum.title ?? name}.`,
    replacement: replacement(shown === "last-four" ? masked(datum.kind, value) : name, input),
  };
}

/** What a reply reveals must not come back by way of a placeholder, so it is removed for good. */
function replacement(name: string, { direction }: InspectInput): Candidate["replacement"] {
  return direction === "input" ? { by: "placeholder", kind: name } : { by: "marker", text: removed(name) };
}

/** Values of the builder's own kinds, which are secret from everybody, whoever wrote them first. */
function customs(views: Views, input: InspectInput, { customKinds }: GuardSetting<"personalData">): Candidate[] {
  return readableViews(views).flatMap((view) =>
    findCustomKinds(view.text, customKinds).map(({ name, start, end }) => ({
      category: "custom-kind",
      score: 1,
      ...view.toOriginal(start, end),
      reason: `Contains a value of the kind “${name}”.`,
      replacement: replacement(name, input),
    })),
  );
}

/** Everything the user and the author wrote, as one bare string; a value found there is not new to the reader. */
function knownValues(input: InspectInput): string {
  if (input.direction === "input") return "";
  return [...(input.context?.trustedText ?? []), ...(input.context?.recipients ?? [])].map(bare).join("\n");
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, "");
}

/** A text from outside that writes a placeholder of its own would be handed somebody's value on the way back. */
function forgeries(input: InspectInput): Candidate[] {
  if (input.from === "model" || input.from === "author") return [];
  return forgedPlaceholders(input.text).map((span) => ({
    category: "forged-placeholder",
    score: 1,
    ...span,
    reason: "Imitates one of the firewall's placeholders.",
    replacement: { by: "marker", text: "[removed]" },
  }));
}

/** A reply that puts a person's value into a link would hand it to whoever the link leads to. */
function carried(input: InspectInput): Candidate[] {
  if (input.direction === "input") return [];
  return placeholdersInLinks(input.text).map(({ kind, start, end }) => ({
    category: "placeholder-in-link",
    score: 1,
    start,
    end,
    reason: `Puts a hidden ${kind} into a link.`,
    replacement: { by: "marker", text: removed(kind) },
  }));
}
