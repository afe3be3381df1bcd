import { runInThisContext } from "node:vm";
import type { CodeResult, CodeRunner } from "#engine";

/**
 * A runner with no walls: the guest's text is run in this very realm. It is what a test of the walls must catch, so it breaks the
 * house's rule on purpose and serves tests alone.
 */
export const wallless: CodeRunner = {
  async run({ source, input, call }): Promise<CodeResult> {
    const host = { call };
    try {
      const body: unknown = runInThisContext(`(async (input, host) => {${source}\n})`);
      const value = typeof body === "function" ? await Reflect.apply(body, undefined, [input, host]) : null;
      return { outcome: "value", value, logs: [], cpuMs: 0, memoryBytes: 0, calls: 0 };
    } catch (fault) {
      return { outcome: "error", error: String(fault), logs: [], cpuMs: 0, memoryBytes: 0, calls: 0 };
    }
  },
};
