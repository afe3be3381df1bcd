import { codeLimits, type CodeResult, type CodeRunner, type JsonValue } from "#engine";
import type { Attack, AttackRow } from "./attack.ts";
import { leakProbe } from "./plant.ts";
import { grantedTools, openTools } from "./tools.ts";

const separator = /^(?:\/\/|--|#)---next-run---$/m;
const usualInput: JsonValue = { a: 1, rows: [{ x: 1 }] };

/** Waiting is cut short, or an attack that calls a tool without an answer would take half a minute. */
const limits = codeLimits.parse({ waitMs: 1_000 });

/**
 * Plays one attack and judges it from the parent's side, where an escape would show: the secret in anything that came out,
 * a call that was not granted, a cap not held, a changed built-in.
 * @param tick monotonic milliseconds.
 */
export async function judgeAttack(
  attack: Attack,
  runner: CodeRunner,
  canary: string,
  tick: () => number,
): Promise<AttackRow> {
  const builtIns = countBuiltIns();
  const { language = "javascript", library = "small", input = usualInput, reads } = attack;
  const probe = language === "javascript" || language === "typescript" ? leakProbe : "";
  const tools = openTools();
  const results: CodeResult[] = [];
  let ms = 0;
  for (const code of attack.code.split(separator)) {
    const start = tick();
    const { call } = tools;
    const request = {
      ...{ language, library },
      source: probe + code,
      input,
      ...(reads === undefined ? {} : { reads }),
      limits,
      tools: grantedTools,
      call,
    } as const;
    results.push(await runner.run({ ...request, now: 1_767_323_045_000, seed: 7 }, new AbortController().signal));
    ms += tick() - start;
  }
  const escape =
    escapeOf(results, tools.seen, canary) ?? (builtIns === countBuiltIns() ? undefined : "built-ins changed");
  const verdict = escape === undefined ? verdictOf(results) : "escaped";
  const last = results.at(-1);
  const match = verdict !== "escaped" && last !== undefined && meets(last, attack.expect);
  const note =
    escape ?? (match ? undefined : `${last?.outcome}: ${last?.error ?? JSON.stringify(last?.value)}`.slice(0, 200));
  const row = { id: attack.id, class: attack.class, expect: attack.expect, verdict, match, ms: Math.round(ms) };
  return note === undefined ? row : { ...row, note };
}

/** Exported for the test that proves it bites. */
export function escapeOf(results: readonly CodeResult[], seen: readonly string[], canary: string): string | undefined {
  for (const { value, columns = [], error = "", logs, calls } of results) {
    const shown = `${JSON.stringify(value)} ${columns.join(" ")} ${error} ${logs.join("\n")}`;
    if (shown.includes(canary)) return "the secret came out";
    if (shown.includes("ESCAPED")) return shown.slice(0, 200);
    if ((JSON.stringify(value) ?? "").length > limits.valueBytes) return "the value is over its cap";
    if (logs.join("\n").length > limits.consoleBytes) return "the console is over its cap";
    if (error.length > 1_100) return "the error is over its cap";
    if (calls > limits.calls) return "the calls are over their cap";
  }
  if (seen.some((call) => call.includes(canary))) return "a tool was handed the secret";
  return seen.find((call) => call.includes("ESCAPED"));
}

function verdictOf(results: readonly CodeResult[]): AttackRow["verdict"] {
  if (results.some(({ outcome }) => outcome === "crashed")) return "crashed";
  return results.some(({ stoppedBy }) => stoppedBy === "watchdog") ? "watchdog" : "contained";
}

function meets({ outcome, value }: CodeResult, expected: string): boolean {
  if (expected === "contained") return true;
  if (expected === "throws") return outcome === "error" || outcome === "denied";
  if (!expected.startsWith("value:")) return outcome === expected;
  return outcome === "value" && JSON.stringify(value) === JSON.stringify(JSON.parse(expected.slice("value:".length)));
}

function countBuiltIns(): number {
  const homes: object[] = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype];
  return homes.reduce((sum, home) => sum + Reflect.ownKeys(home).length, "polluted" in {} ? 1_000 : 0);
}
