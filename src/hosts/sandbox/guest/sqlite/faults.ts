import type { CodeLimits } from "#engine";
import { sizeWords } from "#pillars/sandbox";
import type { GuestEnding } from "../engine.ts";
import { code, type SqlFault } from "./database.ts";
import { sentences } from "./sentences.ts";
import { lower, type SqlInput } from "./tables.ts";

export interface Circumstances {
  readonly sql: string;
  readonly input: SqlInput | undefined;
  /** What the authorizer had against it. */
  readonly refusal: string | undefined;
  readonly limits: CodeLimits;
}

const tooDeep = /^(?:Recursion limit|Expression tree is too large|parser stack overflow|VIEWs and\/or subqueries)/;

/** What a fault means for the person; undefined when the query was stopped from outside, which the driver knows about. */
export function endingOf(fault: SqlFault, { sql, input, refusal, limits }: Circumstances): GuestEnding | undefined {
  if (fault.code === code.interrupt) return undefined;
  if (fault.code === code.noMemory) return { how: "out-of-memory" };
  const where = fault.offset < 0 ? {} : { line: lineAt(sql, fault.offset) };
  if (refusal !== undefined) return { how: "thrown", message: refusal, ...where, isDenial: true };
  if (fault.code === code.tooBig)
    return { how: "thrown", message: sentences.tooBig(sizeWords(limits.valueBytes)), isDenial: false };
  if (tooDeep.test(fault.message)) return { how: "thrown", message: sentences.deep, ...where, isDenial: false };
  const missing = /^no such (?:table|column): (?:.*\.)?(.*)$/s.exec(fault.message)?.[1];
  const name = missing === undefined ? undefined : lower(missing);
  if (name !== undefined && input?.withheld.has(name) === true)
    return { how: "thrown", message: sentences.withheld(name), ...where, isDenial: true };
  if (name !== undefined && input?.unknown.includes(name) === true)
    return { how: "thrown", message: sentences.unknown(name), ...where, isDenial: false };
  return { how: "thrown", message: fault.message, ...where, isDenial: false };
}

function lineAt(sql: string, offset: number): number {
  const before = new TextEncoder().encode(sql).subarray(0, offset);
  return before.filter((byte) => byte === 0x0a).length + 1;
}
