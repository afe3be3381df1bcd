import { entropy } from "../secrets/entropy.ts";
import { latinLookalikes } from "../views/confusables.ts";

/** Schemes that run code, embed content or reach files. */
const dangerousScheme = /^(?:javascript|vbscript|data|file|blob):/iu;
/** A query this long is not an address but a message; characters. */
const longestQuery = 80;
/** A single part of an address that is this long and looks encoded; characters. */
const longestPart = 24;

/** The address, or undefined where it has no host (a relative link, an e-mail address). */
export function parseUrl(url: string): URL | undefined {
  const absolute = url.startsWith("//") ? `https:${url}` : /^www\./iu.test(url) ? `https://${url}` : url;
  try {
    const parsed = new URL(absolute.replaceAll("\\", "/"));
    return parsed.hostname === "" ? undefined : parsed;
  } catch {
    return undefined;
  }
}

export function isDangerousScheme(url: string): boolean {
  return dangerousScheme.test(url.replace(/[\s\u0000-\u001f]/gu, ""));
}

/** Why an address looks as if it carried something out, as the end of a sentence; undefined when it does not. */
export function carriesData(url: URL): string | undefined {
  if (url.username !== "" || url.password !== "") return "carries a name or password";
  if (/^\d|^\[/u.test(url.hostname) && /^[\d.]+$|^\[/u.test(url.hostname)) return "leads to a bare network address";
  const labels = url.hostname.split(".");
  if (labels.some((part) => part.length > longestPart && looksEncoded(part)))
    return "carries encoded text in its host name";
  const query = decoded(url.search.slice(1));
  if (url.search.length > longestQuery || url.hash.length > longestQuery) return "carries a long text";
  if (/https?:\/\//iu.test(query)) return "leads on to another site";
  if (/@|\b\d{9,}\b|\b[A-Z]{2}\d{2}[A-Z0-9]{11,}/u.test(query)) return "carries personal data";
  if (query.split(/[\s+]/u).length > 6) return "carries a sentence";
  const parts = [...url.pathname.split("/"), ...url.search.slice(1).split(/[&=]/u), url.hash.slice(1)];
  if (parts.some((part) => part.length > longestPart && looksEncoded(decoded(part)))) return "carries encoded text";
  return undefined;
}

/** Whether a host imitates one of the allowed hosts: the same to the eye, one letter away, or worn as a prefix. */
export function imitates(host: string, allowed: readonly string[]): boolean {
  const seen = skeleton(host);
  return allowed.some((entry) => {
    const real = entry.toLowerCase();
    if (host === real || host.endsWith(`.${real}`)) return false;
    return (
      seen === skeleton(real) ||
      host.startsWith(`${real}.`) ||
      host.includes(`.${real}.`) ||
      isOneEditAway(seen, skeleton(real))
    );
  });
}

function skeleton(host: string): string {
  const folded = [...host.toLowerCase()].map((character) => latinLookalikes.get(character) ?? character).join("");
  return folded.replaceAll("0", "o").replace(/[1|]/gu, "l").replaceAll("rn", "m").replaceAll("vv", "w");
}

function isOneEditAway(a: string, b: string): boolean {
  if (a.length < 6 || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return Math.max(a.length, b.length) - head - tail <= 1;
}

/** Words joined by hyphens are an article's name; a mixture of digits and cases is data. */
function looksEncoded(part: string): boolean {
  if (/^(?:[a-z]{1,20}|\d{1,4})(?:[-_.](?:[a-z]{1,20}|\d{1,8}))*(?:\.[a-z]{2,5})?$/iu.test(part)) return false;
  return /\d/u.test(part) || entropy(part) > 4 || /[A-Z].*[a-z].*[A-Z]/u.test(part) || /\s/u.test(part);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
