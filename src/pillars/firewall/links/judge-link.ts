import type { GuardSetting } from "../policy/index.ts";
import { readAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { carriesData } from "./carries-data.ts";
import { isWithin, looksLikeHost, registered } from "./host.ts";
import { canonical } from "./known.ts";
import type { Known } from "./known.ts";
import type { Link } from "./link.ts";
import { disguisedName, imitatedBy } from "./look-alike.ts";
import { hostsWithin } from "./onward.ts";
import { percentDecoded } from "./readings.ts";

export const linkCategories = [
  "foreign-image",
  "carrying-link",
  "foreign-link",
  "look-alike-host",
  "misleading-link",
  "dangerous-scheme",
] as const;

export interface Judgement {
  readonly category: (typeof linkCategories)[number];
  readonly score: number;
  readonly reason: string;
}

const longestPrefill = 80;

/** What is wrong with a link, or undefined where nothing is. */
export function judgeLink(link: Link, known: Known, foreign: GuardSetting<"links">["foreign"]): Judgement | undefined {
  const address = readAddress(link.url);
  const what = link.form === "image" ? "An image" : "A link";
  switch (address.kind) {
    case "dangerous":
      return judgement("dangerous-scheme", 0.95, `${what} that ${address.says}.`);
    case "mail":
      return judgeMail(address, known);
    case "phone":
      return judgePhone(address);
    case "web":
      return judgeWeb(link, address.url, known, foreign);
    case "unreadable":
      return link.form === "image"
        ? judgement("foreign-image", 0.9, "An image from an address that cannot be read.")
        : undefined;
    case "local":
      return undefined;
  }
}

function judgement(category: Judgement["category"], score: number, reason: string): Judgement {
  return { category, score, reason };
}

function judgeWeb(
  link: Link,
  url: URL,
  known: Known,
  foreign: GuardSetting<"links">["foreign"],
): Judgement | undefined {
  const host = url.hostname;
  const isImage = link.form === "image";
  const isAllowed = known.allowed.some((allowed) => isWithin(host, allowed));
  const onward = hostsWithin(url).find((each) => !isAtHome(each, host, known));
  if (isAllowed && url.username === "" && url.password === "") {
    if (onward === undefined) return misleading(link, host);
    return judgement(
      isImage ? "foreign-image" : "carrying-link",
      isImage ? 0.9 : 0.85,
      `${isImage ? "An image" : "A link"} by way of ${host} leads on to ${onward}.`,
    );
  }
  const alike = judgeName(url, known);
  if (alike !== undefined) return alike;
  if (isImage) return judgement("foreign-image", 0.9, `An image from ${host} would be fetched without asking.`);
  const other = misleading(link, host);
  if (other !== undefined) return other;
  if (known.addresses.has(canonical(url)) && url.username === "" && url.password === "") return undefined;
  if (onward !== undefined) return judgement("carrying-link", 0.85, `A link to ${host} leads on to ${onward}.`);
  const isQuoted = known.sourceAddresses.has(canonical(url)) || known.authorHosts.some((each) => isWithin(host, each));
  const carried = isQuoted && url.username === "" && url.password === "" ? undefined : carriesData(url, known);
  if (carried !== undefined) return judgement("carrying-link", 0.85, `A link to ${host} ${carried}.`);
  if (foreign === "all" && !known.hosts.some((each) => isWithin(host, each)))
    return judgement("foreign-link", 0.9, `Nobody in this chat mentioned ${host}.`);
  return undefined;
}

/** An address within an address stays with the same site, or leads to one that may be linked anyway. */
function isAtHome(inner: string, host: string, { allowed, hosts }: Known): boolean {
  return registered(inner) === registered(host) || [...allowed, ...hosts].some((each) => isWithin(inner, each));
}

/** A name that is made to be taken for another. */
function judgeName(url: URL, { allowed, hosts }: Known): Judgement | undefined {
  const host = url.hostname;
  const hidden = percentDecoded(url.username).toLowerCase();
  if (looksLikeHost(hidden))
    return judgement("look-alike-host", 0.95, `The address looks like ${hidden}, but leads to ${host}.`);
  const real = imitatedBy(host, allowed);
  if (real !== undefined) return judgement("look-alike-host", 0.9, `The address ${host} imitates ${real}.`);
  if (hosts.some((each) => isWithin(host, each))) return undefined;
  const mentioned = imitatedBy(host, hosts);
  if (mentioned !== undefined) return judgement("look-alike-host", 0.8, `The address ${host} imitates ${mentioned}.`);
  const looks = disguisedName(host);
  if (looks !== undefined)
    return judgement("look-alike-host", 0.85, `The address ${host} is made to look like ${looks}.`);
  const worn = percentDecoded(url.pathname)
    .toLowerCase()
    .split(/[/@]/u)
    .find((part) => allowed.includes(part));
  return worn === undefined
    ? undefined
    : judgement("look-alike-host", 0.8, `The address names ${worn}, but leads to ${host}.`);
}

/** The text of a link names one site and the link leads to another. */
function misleading({ shown = "" }: Link, host: string): Judgement | undefined {
  const named = shownHost(shown);
  if (named === undefined || registered(named) === registered(host)) return undefined;
  return judgement("misleading-link", 0.8, `A link that says ${named} leads to ${host}.`);
}

function shownHost(shown: string): string | undefined {
  const text = shown.replace(/[*_`~\\]/gu, "").trim();
  const written = /(?:https?:\/\/|www\.)[^\s<>"'()]+/iu.exec(text)?.[0] ?? (looksLikeHost(text) ? `${text}/` : "");
  const address = readAddress(written);
  return address.kind === "web" ? address.url.hostname : undefined;
}

function judgeMail({ host, to, parameters }: Extract<Address, { kind: "mail" }>, known: Known): Judgement | undefined {
  const names = parameters.split("&").map((each) => each.split("=")[0]?.toLowerCase() ?? "");
  const isKnown = to !== "" && known.said.includes(to);
  if (names.includes("body") || names.includes("cc") || names.includes("bcc") || parameters.length > longestPrefill)
    if (!isKnown || names.includes("bcc"))
      return judgement(
        "carrying-link",
        0.85,
        `A link that writes an e-mail to ${host || "somebody"} carries its text.`,
      );
  return undefined;
}

function judgePhone({ number, parameters }: Extract<Address, { kind: "phone" }>): Judgement | undefined {
  if (/(?:^|&)(?:body|text)=/iu.test(parameters) || parameters.length > longestPrefill)
    return judgement("carrying-link", 0.85, `A link that writes a message to ${number} carries its text.`);
  if (/[*#]|%2[3a]/iu.test(number) || number.replace(/\D/gu, "").length > 15)
    return judgement("carrying-link", 0.7, "A link that dials more than a phone number.");
  return undefined;
}
