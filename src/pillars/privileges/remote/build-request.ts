import {
  isJsonArray,
  sortedObject,
  type JsonObject,
  type JsonValue,
  type RemoteEndpoint,
  type RemoteRequest,
} from "#engine";
import { argumentsOf, readAddress, type AddressPart, type AddressTemplate } from "./address-template.ts";

export type BuiltRequest =
  | { readonly ok: true; readonly request: RemoteRequest }
  | { readonly ok: false; readonly sentence: string };

/** Longer addresses are cut or refused by servers on the way. */
const longestAddress = 8000;

/**
 * The request that a call amounts to. Arguments that the address names stand there; the others are the query of a GET or
 * DELETE and the JSON body of everything else, names in order, so that equal calls are equal bytes.
 */
export function buildRequest(endpoint: RemoteEndpoint, args: JsonObject): BuiltRequest {
  const read = readAddress(endpoint.address);
  if (!read.ok) return { ok: false, sentence: read.problem };
  const { template } = read;
  const placed = argumentsOf(template);
  const others = Object.entries(args).filter(([name]) => !placed.path.includes(name) && !placed.query.includes(name));
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
  try {
    const path = template.segments.map((segment) => `/${segmentText(segment, args)}`).join("") || "/";
    const pairs = [...queryPairs(template, args), ...(hasBody ? [] : others.map(pairText))];
    const url = new URL(`${template.origin}${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`);
    if (url.origin !== endpoint.origin) throw new Unfit("The call would lead to another host.");
    if (url.href.length > longestAddress) throw new Unfit("The arguments are too long for an address.");
    return {
      ok: true,
      request: {
        method: endpoint.method,
        url: url.href,
        target: url.pathname + url.search,
        headers: { ...endpoint.headers, ...(hasBody ? { "content-type": "application/json" } : {}) },
        ...(hasBody ? { body: JSON.stringify(sortedObject(Object.fromEntries(others))) } : {}),
      },
    };
  } catch (problem) {
    return {
      ok: false,
      sentence: problem instanceof Unfit ? problem.message : "An argument cannot be written in an address.",
    };
  }
}

class Unfit extends Error {}

/** One part of the path: never one that leads up or into another part, however a server reads it. */
function segmentText(segment: readonly AddressPart[], args: JsonObject): string {
  const written = segment.map((part) => {
    if ("text" in part) return part.text;
    const value = plainText(args[part.argument], part.argument);
    if (value === "") throw new Unfit(`The address needs a value for ${part.argument}.`);
    if (/[/\\%\p{Cc}]/u.test(value))
      throw new Unfit(`${part.argument} holds a character that cannot stand in an address.`);
    return encodeURIComponent(value);
  });
  const text = written.join("");
  const hasArgument = segment.some((part) => "argument" in part);
  if (hasArgument && /^\.{1,2}$/u.test(text)) throw new Unfit("An argument must not lead to another place.");
  return text;
}

function queryPairs({ query }: AddressTemplate, args: JsonObject): readonly string[] {
  return query.flatMap(({ name, value }) => {
    const missing = value.some((part) => "argument" in part && args[part.argument] === undefined);
    if (missing) return [];
    const text = value.map((part) =>
      "text" in part ? part.text : encodeURIComponent(plainText(args[part.argument], part.argument)),
    );
    return [`${name}=${text.join("")}`];
  });
}

function pairText([name, value]: readonly [string, JsonValue]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(plainText(value, name))}`;
}

/** A scalar as text, a list of them with commas. */
function plainText(value: JsonValue | undefined, name: string): string {
  if (value === undefined) throw new Unfit(`The address needs a value for ${name}.`);
  if (isJsonArray(value)) return value.map((each) => plainText(isJsonArray(each) ? undefined : each, name)).join(",");
  if (typeof value === "object") throw new Unfit(`${name} cannot stand in an address.`);
  return String(value);
}
