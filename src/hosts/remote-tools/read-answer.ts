import { NoAnswer, type JsonValue, type RemoteEndpoint, type ToolOutcome } from "#engine";

/** What a server means by refusing, in words; what it writes itself is anybody's text and is dropped. */
const refusals: Readonly<Record<number, string>> = {
  400: "it did not understand the call",
  401: "it wants a key, or another one",
  403: "it does not allow the call",
  404: "there is nothing at this place",
  405: "it does not take this method here",
  409: "it conflicts with what is there",
  410: "what was here is gone",
  413: "the call is too large for it",
  415: "it does not take this kind of body",
  422: "it did not accept the values",
  429: "it was called too often",
};

/**
 * Reads what a server answered, within the tool's bounds. Throws NoAnswer where it failed on its own and may have done it.
 * @param hidden what was sent as a secret: a server that echoes its headers must not bring it into the log.
 */
export async function readAnswer(
  response: Response,
  endpoint: RemoteEndpoint,
  hidden: ReadonlySet<string>,
): Promise<ToolOutcome> {
  const { status } = response;
  if (status >= 500) {
    await response.body?.cancel();
    throw new NoAnswer(`The server had a problem of its own (${status}).`);
  }
  if (!response.ok) {
    await response.body?.cancel();
    const why = refusals[status];
    return { outcome: "failure", message: `The server refused (${status})${why === undefined ? "" : `: ${why}`}.` };
  }
  const kind = response.headers.get("content-type")?.toLowerCase().split(";")[0]?.trim() ?? "";
  const answered = await boundedText(response, endpoint.maxBytes);
  const text = answered === undefined ? undefined : without(answered, hidden);
  if (text === undefined) return unread(`The answer is longer than ${endpoint.maxBytes / 1000} kB`, endpoint);
  if (text.trim() === "") return { outcome: "success", result: { status } };
  const isJson = /[/+]json$/u.test(kind);
  if (endpoint.answer === "json" || (endpoint.answer === "auto" && isJson)) {
    const value = parsed(text);
    return value === undefined ? unread("The answer is not JSON", endpoint) : { outcome: "success", result: value };
  }
  if (!isJson && kind !== "" && !/^text\/|[/+](?:xml|yaml|csv)$/u.test(kind))
    return unread("The answer is no text", endpoint);
  return { outcome: "success", result: text };
}

/** A read that cannot be read has failed; what a server has taken in is done, whatever it says about it. */
function unread(why: string, { method }: RemoteEndpoint): ToolOutcome {
  const message = `${why}, so it was left out.`;
  return method === "GET" ? { outcome: "failure", message } : { outcome: "success", result: { note: message } };
}

function without(text: string, hidden: ReadonlySet<string>): string {
  return [...hidden].filter((value) => value !== "").reduce((left, value) => left.replaceAll(value, "(hidden)"), text);
}

async function boundedText(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Deeper JSON than the log takes is refused by the monitor, which looks before anything recursive does. */
function parsed(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// What JSON.parse gives is JSON; checking it with a schema would recurse into hostile depths.
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}
