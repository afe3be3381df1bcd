import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { carriesData, imitates, isDangerousScheme, parseUrl } from "../links/carries-data.ts";
import { findLinks, openLink } from "../links/find-links.ts";
import type { Link } from "../links/link.ts";
import type { GuardSetting } from "../policy/index.ts";
import type { InspectInput } from "../types.ts";
import type { View } from "../views/view.ts";

/**
 * Links and images in replies. An image is fetched as soon as it is drawn, so its address alone can carry a chat out; a link
 * needs a click. What the user or the author wrote is not foreign.
 */
export const links = defineGuard({
  id: "links",
  title: "Links and images",
  directions: ["output"],
  categories: ["foreign-image", "carrying-link", "foreign-link", "look-alike-host", "dangerous-scheme"],
  window: 16,
  holdFrom: openLink,
  inspect: (views, input, setting) => {
    const trusted = trustedText(input);
    return views.all
      .filter((view) => view.kind === "plain" || view.kind === "decoded")
      .flatMap((view) => findLinks(view.text).flatMap((link) => judgeLink(link, view, trusted, setting) ?? []));
  },
});

function judgeLink(link: Link, view: View, trusted: string, setting: GuardSetting<"links">): Candidate | undefined {
  const report = (category: string, score: number, reason: string): Candidate =>
    candidate(link, view, category, score, reason);
  if (isDangerousScheme(link.url))
    return report("dangerous-scheme", 0.95, "A link that runs code or hides its content.");
  const url = parseUrl(link.url);
  if (url === undefined)
    return link.form === "image" && /^[/\\]{2}/u.test(link.url)
      ? report("foreign-image", 0.9, "An image from an address that cannot be read.")
      : undefined;
  const host = url.hostname.toLowerCase();
  if (setting.allowedHosts.some((allowed) => isWithin(host, allowed.toLowerCase()))) return undefined;
  if (imitates(host, setting.allowedHosts))
    return report("look-alike-host", 0.9, `The address ${host} imitates an allowed site.`);
  const isTrusted = trusted.includes(link.url.toLowerCase());
  if (link.form === "image" || (link.form === "definition" && !isTrusted))
    return report("foreign-image", 0.9, `An image from ${host} would be fetched without asking.`);
  if (isTrusted) return undefined;
  const carried = carriesData(url);
  if (carried !== undefined) return report("carrying-link", 0.85, `A link to ${host} ${carried}.`);
  if (setting.foreign === "all" && !trusted.includes(host))
    return report("foreign-link", 0.9, `Nobody in this chat mentioned ${host}.`);
  return undefined;
}

function candidate(link: Link, view: View, category: string, score: number, reason: string): Candidate {
  const text =
    link.form === "link" && view.text.startsWith("](", link.start)
      ? "] (link removed)"
      : link.form === "image"
        ? "[image removed]"
        : "[link removed]";
  return { category, score, ...view.toOriginal(link.start, link.end), reason, replacement: { by: "marker", text } };
}

function isWithin(host: string, allowed: string): boolean {
  return host === allowed || host.endsWith(`.${allowed}`);
}

function trustedText(input: InspectInput): string {
  return (input.context?.trustedText ?? []).join("\n").toLowerCase();
}
