import { shinglesOf, wordsOf } from "../leak/shingles.ts";
import type { InspectContext } from "../types.ts";
import { readAddress } from "./address.ts";
import { hostOf, looksLikeHost } from "./host.ts";

/** What a step knows that decides whether a link is foreign. */
export interface Known {
  /** Hosts that the policy allows. */
  readonly allowed: readonly string[];
  /** Hosts that the person or the author wrote, and those of the author alone. */
  readonly hosts: readonly string[];
  readonly authorHosts: readonly string[];
  /** Whole addresses that the person or the author wrote, and those that the step's documents and tools brought. */
  readonly addresses: ReadonlySet<string>;
  readonly sourceAddresses: ReadonlySet<string>;
  /** What was said, in small letters. */
  readonly said: string;
  /** Words of the conversation that tell one person or matter from another: numbers, codes, e-mail addresses. */
  readonly pieces: ReadonlySet<string>;
  /** Words in a row of the conversation. */
  readonly shingles: ReadonlySet<string>;
}

const leastPiece = 6;

export function knownOf(context: InspectContext | undefined, allowedHosts: readonly string[]): Known {
  const author = addressesIn(context?.instructions ?? "");
  const said = (context?.trustedText ?? []).join("\n");
  const both = addressesIn(said);
  const secret = [...(context?.secrets ?? []), ...(context?.canaries ?? []), ...(context?.recipients ?? [])].join("\n");
  return {
    allowed: allowedHosts.map(hostOf).filter((host) => host !== ""),
    hosts: [...new Set([...both.hosts, ...author.hosts])],
    authorHosts: author.hosts,
    addresses: new Set([...both.addresses, ...author.addresses]),
    sourceAddresses: new Set(addressesIn((context?.sources ?? []).join("\n")).addresses),
    said: `${said}\n${context?.instructions ?? ""}`.toLowerCase(),
    pieces: new Set(piecesOf(`${said}\n${secret}`)),
    shingles: new Set(shinglesOf(wordsOf(said))),
  };
}

/** The words of a text that would tell somebody something: `A1001-77`, `4111111111111111`, `ada@example.com`. */
export function piecesOf(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}@._+-]*/gu)]
    .map(([word]) => (word.includes("@") ? word.replace(/[.]+$/u, "") : word.replace(/[^\p{L}\p{N}]/gu, "")))
    .filter((word) => word.length >= leastPiece && (word.includes("@") || /\p{N}.*\p{N}/u.test(word)));
}

/** One spelling for every way to write an address: without scheme and closing slash. */
export function canonical(url: URL): string {
  return `${url.host}${url.pathname.replace(/\/$/u, "")}${url.search}${url.hash}`;
}

function addressesIn(text: string): { readonly addresses: readonly string[]; readonly hosts: readonly string[] } {
  const addresses: string[] = [];
  const hosts = new Set<string>();
  for (const [written] of text.matchAll(/[^\s<>"'`()[\]]{4,2000}/gu)) {
    const word = written.replace(/[.,;:!?*]+$/u, "");
    if (!word.includes(".") || word.includes("@")) continue;
    const address = readAddress(word);
    if (address.kind === "web") {
      addresses.push(canonical(address.url));
      hosts.add(address.url.hostname);
    } else if (looksLikeHost(word.toLowerCase())) {
      addresses.push(word.toLowerCase());
      hosts.add(word.toLowerCase());
    }
  }
  return { addresses, hosts: [...hosts] };
}
