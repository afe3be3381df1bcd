import { keyOf, unit, wordsOf } from "../leak/shingles.ts";
import { entropy } from "../secrets/entropy.ts";
import { isBareAddress } from "./host.ts";
import { piecesOf } from "./known.ts";
import type { Known } from "./known.ts";
import { percentDecoded, readingsOf } from "./readings.ts";

/** A query this long is not an address but a message; characters. */
const longestQuery = 80;
const longestPath = 240;
/** A single part of an address that is this long and looks encoded; characters. */
const longestPart = 24;
/** In a host name, where everything is in small letters. */
const longestLabel = 19;
const mostLabels = 7;
const mostParts = 300;

/** Why an address looks as if it carried something out, as the end of a sentence; undefined when it does not. */
export function carriesData(url: URL, known: Pick<Known, "pieces" | "shingles">): string | undefined {
  if (url.username !== "" || url.password !== "") return "carries a name or password";
  if (isBareAddress(url.hostname)) return "leads to a bare network address";
  return inHost(url.hostname) ?? inQuery(url) ?? inParts(url, known);
}

function inHost(host: string): string | undefined {
  const labels = host.split(".");
  if (
    labels.some((part) => part.length > longestLabel && looksEncoded(part)) ||
    isEncoded(labels.slice(0, -2).join(""))
  )
    return "carries encoded text in its host name";
  const below = labels.slice(0, -2).join("-");
  if (labels.length > mostLabels || (labels.length > 4 && below.length > longestPart && looksEncoded(below)))
    return "carries text cut up in its host name";
  return undefined;
}

function inQuery(url: URL): string | undefined {
  const query = percentDecoded(`${url.search.slice(1)}#${url.hash.slice(1)}`);
  if (url.search.length > longestQuery || url.hash.length > longestQuery || url.pathname.length > longestPath)
    return "carries a long text";
  if (/[^\s@]@[^\s@]|\b\d{9,}\b|\b[A-Z]{2}\d{2}[A-Z0-9]{11,}/u.test(query)) return "carries personal data";
  if (query.split(/[\s+]/u).length > 6) return "carries a sentence";
  return undefined;
}

function inParts(url: URL, known: Pick<Known, "pieces" | "shingles">): string | undefined {
  const parts = [...url.pathname.split("/"), ...url.search.slice(1).split(/[&=]/u), url.hash.slice(1)].slice(
    0,
    mostParts,
  );
  if (parts.some((part) => part.length > longestPart && looksEncoded(percentDecoded(part))) || parts.some(isEncoded))
    return "carries encoded text";
  const words = `${url.hostname.split(".").slice(0, -2).join(" ")} ${percentDecoded(`${url.pathname} ${url.search} ${url.hash}`)}`;
  if (known.pieces.size > 0 && piecesOf(words.replaceAll(/[/=&?#]/gu, " ")).some((piece) => known.pieces.has(piece)))
    return "carries something from this chat";
  if (known.shingles.size > 0 && repeatsWords(words, known.shingles)) return "carries words from this chat";
  return undefined;
}

function repeatsWords(text: string, shingles: ReadonlySet<string>): boolean {
  const words = wordsOf(text.replaceAll("_", " "));
  return words.some((_, at) => at + unit <= words.length && shingles.has(keyOf(words, at, unit)));
}

function isEncoded(part: string): boolean {
  return part.length >= 8 && readingsOf(part).some((reading) => reading.isEncoded);
}

/** Words joined by hyphens are an article's name; a mixture of digits and cases is data. */
function looksEncoded(part: string): boolean {
  if (/^(?:[a-z]{1,20}|\d{1,4})(?:[-_.](?:[a-z]{1,20}|\d{1,8}))*(?:\.[a-z]{2,5})?$/iu.test(part)) return false;
  return /\d/u.test(part) || entropy(part) > 4 || /[A-Z].*[a-z].*[A-Z]/u.test(part) || /\s/u.test(part);
}
