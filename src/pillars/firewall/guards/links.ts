import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { findLinks, openLink } from "../links/find-links.ts";
import { judgeLink, linkCategories } from "../links/judge-link.ts";
import type { Judgement } from "../links/judge-link.ts";
import { knownOf } from "../links/known.ts";
import type { Link } from "../links/link.ts";
import { identityView } from "../views/view.ts";
import type { View } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/** Characters that show nothing and yet travel with an address. */
const invisible = /[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/u;

/**
 * Links and images in replies. An image is fetched as soon as it is drawn, so its address alone can carry a chat out; a link
 * needs a click. What the user or the author wrote is not foreign.
 */
export const links = defineGuard({
  id: "links",
  title: "Links and images",
  directions: ["output"],
  categories: linkCategories,
  window: 16,
  holdFrom: (text, _input, _setting, views) =>
    Math.min(text.length, ...readViews(views).map((view) => openIn(view) ?? text.length)),
  inspect: (views, input, setting) => {
    const found = readViews(views).flatMap((view) => findLinks(view.text).map((link) => ({ link, view })));
    if (found.length === 0) return [];
    const reported = new Set<string>();
    const known = knownOf(input.context, setting.allowedHosts);
    // A text that repeats itself is judged once.
    const judgements = new Map<string, Judgement | undefined>();
    return found.flatMap(({ link, view }) => {
      const key = `${link.form} ${link.url} ${link.shown ?? ""}`;
      if (!judgements.has(key)) judgements.set(key, judgeLink(link, known, setting.foreign));
      const judged = judgements.get(key) ?? judgeSpelling(link, view, input.text);
      if (judged === undefined) return [];
      const candidate = candidateOf(link, view, judged);
      const place = `${candidate.start} ${candidate.end} ${candidate.category}`;
      if (reported.has(place)) return [];
      reported.add(place);
      return [candidate];
    });
  },
});

/** As it is written, too: to read letters of another alphabet as Latin ones is what an imitated name hopes for. */
function readViews({ original, plain, all }: Views): readonly View[] {
  const others = all.filter((view) => view.kind === "decoded" || view === plain);
  return plain.text === original ? others : [identityView(original), ...others];
}

function openIn(view: View): number | undefined {
  const open = openLink(view.text);
  return open >= view.text.length ? undefined : view.toOriginal(open, open + 1).start;
}

/** Invisible characters are no part of any name; what they spell only a machine reads. */
function judgeSpelling(link: Link, view: View, original: string): Judgement | undefined {
  const { start, end } = view.toOriginal(link.start, link.end);
  const written = original.slice(start, end);
  const target = link.form === "link" ? written.slice(written.indexOf("](") + 1) : written;
  return invisible.test(target)
    ? { category: "carrying-link", score: 0.8, reason: "A link hides invisible characters in its address." }
    : undefined;
}

function candidateOf(link: Link, view: View, { category, score, reason }: Judgement): Candidate {
  const text =
    link.form === "link" && view.text.startsWith("](", link.start)
      ? "] (link removed)"
      : link.form === "image"
        ? "[image removed]"
        : "[link removed]";
  return { category, score, ...view.toOriginal(link.start, link.end), reason, replacement: { by: "marker", text } };
}
