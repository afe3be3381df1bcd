import { parseFlow, type ParsedFlow } from "#engine";
import type { ExchangeWords } from "../messages/exchange/index.ts";

/** Own keys of these names reach into prototypes where code is careless, so a file that has one is refused as a whole. */
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

class ForbiddenName extends Error {
  readonly found: string;
  constructor(found: string) {
    super(`The name ${found} is not allowed.`);
    this.found = found;
  }
}

/** A flow from a file's text: strict, migrated, or one sentence why not. Never throws. */
export function readFlowText(text: string, t: ExchangeWords["refused"]): ParsedFlow {
  if (text.trim() === "") return { ok: false, problem: t.empty };
  try {
    return parseFlow(JSON.parse(text, refuseForbidden));
  } catch (problem) {
    if (problem instanceof ForbiddenName) return { ok: false, problem: t.forbiddenName(problem.found) };
    // Deep nesting exhausts the stack of whatever walks it.
    if (problem instanceof RangeError) return { ok: false, problem: t.tooDeep };
    return { ok: false, problem: t.notJson };
  }
}

function refuseForbidden(name: string, value: unknown): unknown {
  if (forbidden.has(name)) throw new ForbiddenName(name);
  return value;
}
