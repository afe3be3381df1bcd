import { jsonValue, valueProblem, type JsonValue } from "#engine";

export type ReadReply =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: string };

/** A reply is one JSON value, by itself or as the only thing in one code fence. */
const fenced = /^```[a-z\d]{0,10}[ \t]{0,4}\r?\n([\s\S]*?)\r?\n?```$/iu;
const bounds = { depth: 64, characters: 500_000 };

/** The value that a reply is, or what keeps it from being one, as a sentence. */
export function readReply(text: string): ReadReply {
  const bare = text.trim();
  const json = fenced.exec(bare)?.[1] ?? bare;
  if (json === "") return { ok: false, problem: "The reply is empty, where JSON is asked for." };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: brokenAt(json) };
  }
  const problem = valueProblem(value, bounds);
  if (problem !== undefined) return { ok: false, problem: `The JSON of the reply ${problem}.` };
  return { ok: true, value: jsonValue.parse(value) };
}

function brokenAt(json: string): string {
  const at = firstFault(json);
  const around = json.slice(at, at + 20).replace(/\s+/gu, " ");
  if (at >= json.length) return "The reply breaks off in the middle of its JSON.";
  if (at === 0) return `The reply is not JSON: it begins with “${around}”.`;
  const line = json.slice(0, at).split("\n").length;
  return `The reply is not JSON: in line ${line} it cannot go on with “${around}”.`;
}

type Expects = "value" | "value or end" | "name" | "name or end" | "colon" | "comma" | "nothing";
const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** Where a text stops being JSON; the platforms' own messages differ, and a replay has to say the same. */
function firstFault(text: string): number {
  const open: string[] = [];
  let expects: Expects = "value";
  let at = 0;
  while (true) {
    const rest = new RegExp(token);
    rest.lastIndex = at;
    const match = rest.exec(text);
    if (match === null) break;
    const [whole, sign, string] = match;
    const next = follow(expects, sign ?? (string === undefined ? "scalar" : "string"), open);
    if (next === undefined) break;
    expects = next;
    at += whole.length;
  }
  return at + (/^[ \t\r\n]*/u.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
}

/** What may come after a token; undefined where the token may not stand. */
function follow(expects: Expects, seen: string, open: string[]): Expects | undefined {
  const takesValue = expects === "value" || expects === "value or end";
  switch (seen) {
    case "{":
    case "[":
      if (!takesValue) return undefined;
      open.push(seen);
      return seen === "{" ? "name or end" : "value or end";
    case "}":
    case "]": {
      const opener = seen === "}" ? "{" : "[";
      const mayEnd = expects === "comma" || expects === (seen === "}" ? "name or end" : "value or end");
      if (!mayEnd || open.at(-1) !== opener) return undefined;
      open.pop();
      return open.length === 0 ? "nothing" : "comma";
    }
    case ":":
      return expects === "colon" ? "value" : undefined;
    case ",":
      if (expects !== "comma") return undefined;
      return open.at(-1) === "{" ? "name" : "value";
    default:
      if (seen === "string" && (expects === "name" || expects === "name or end")) return "colon";
      if (!takesValue) return undefined;
      return open.length === 0 ? "nothing" : "comma";
  }
}
