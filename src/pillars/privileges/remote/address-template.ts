/** A piece of an address: literal text, or the name of an argument that stands there. */
export type AddressPart = { readonly text: string } | { readonly argument: string };

/** An address with arguments in it, taken apart. */
export interface AddressTemplate {
  readonly origin: string;
  /** Between the slashes. */
  readonly segments: readonly (readonly AddressPart[])[];
  readonly query: readonly { readonly name: string; readonly value: readonly AddressPart[] }[];
}

export type ReadAddress =
  | { readonly ok: true; readonly template: AddressTemplate }
  | { readonly ok: false; readonly problem: string };

const shape = /^(https?:\/\/[^/?#{}\\@\s]{1,300})((?:\/[^?#]{0,2000})?)((?:\?[^#]{0,2000})?)$/u;

/**
 * Reads `https://host/path/{argument}?key={argument}`. Host, port and the names in the query are fixed text, so no argument
 * can lead a call elsewhere.
 */
export function readAddress(written: string): ReadAddress {
  if (!/^[\x21-\x7e]+$/u.test(written)) return bad("The address holds spaces or letters that an address cannot have.");
  const [, authority = "", path = "", search = ""] = shape.exec(written) ?? [];
  const origin = originOf(authority);
  if (origin === undefined)
    return bad("Write the whole address: https://, the host, then the path. Arguments stand in the path or the query.");
  const segments = path.split("/").slice(1).map(partsOf);
  const pairs = search === "" ? [] : search.slice(1).split("&").map(pairOf);
  const query = pairs.flatMap((pair) => pair ?? []);
  if (segments.includes(undefined) || query.length < pairs.length)
    return bad("A { or } in the address does not enclose the name of an argument.");
  return {
    ok: true,
    template: { origin, segments: segments.flatMap((each) => (each === undefined ? [] : [each])), query },
  };
}

/** The arguments that stand in the path and must always be given, and those of the query. */
export function argumentsOf({ segments, query }: AddressTemplate): {
  readonly path: readonly string[];
  readonly query: readonly string[];
} {
  return { path: named(segments.flat()), query: named(query.flatMap(({ value }) => value)) };
}

function named(parts: readonly AddressPart[]): readonly string[] {
  return parts.flatMap((part) => ("argument" in part ? [part.argument] : []));
}

function originOf(authority: string): string | undefined {
  try {
    const { origin, host } = new URL(authority);
    // What a parser would have to repair first (capital letters aside) could hide where it leads.
    return authority.toLowerCase().endsWith(`//${host}`) ? origin : undefined;
  } catch {
    return undefined;
  }
}

function pairOf(written: string): AddressTemplate["query"][number] | undefined {
  const [name = "", ...rest] = written.split("=");
  const value = partsOf(rest.join("="));
  return value === undefined || /[{}]/u.test(name) ? undefined : { name, value };
}

/** Undefined where braces do not fit together. */
function partsOf(written: string): readonly AddressPart[] | undefined {
  const parts = written.split(/(\{[a-z][a-zA-Z0-9_]{0,39}\})/u).map((piece, at): AddressPart => {
    return at % 2 === 1 ? { argument: piece.slice(1, -1) } : { text: piece };
  });
  const isPlain = parts.every((part) => "argument" in part || !/[{}]/u.test(part.text));
  return isPlain ? parts.filter((part) => "argument" in part || part.text !== "") : undefined;
}

function bad(problem: string): ReadAddress {
  return { ok: false, problem };
}
