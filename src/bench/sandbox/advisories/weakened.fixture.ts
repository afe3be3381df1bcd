import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { jsonToText, type CodeRequest, type CodeResult, type CodeRunner } from "#engine";

/** Parts as the products had them in which the holes were found. They show that the tests bite, and serve nothing else. */

/** Writes what it is given into the source (Flowise, CVE-2026-69255). */
export function interpolating(runner: CodeRunner): CodeRunner {
  return {
    run: (request, signal) =>
      runner.run({ ...request, source: `x = "${jsonToText(request.input)}"\nreturn x`, input: null }, signal),
  };
}

/** Looks for forbidden words and lets everything else through (Flowise, CVE-2026-70470). */
export function filtered(runner: CodeRunner): CodeRunner {
  const forbidden = /\bconstructor\b|\b__class__\b|\bprocess\b|\bglobalThis\.|\bHOST_CANARY\b(?=[^"']*$)/u;
  return {
    run: async (request, signal) =>
      forbidden.test(request.source) ? ended({ error: "A pattern matched." }) : runner.run(request, signal),
  };
}

interface ShippedPython {
  readonly loadMicroPython: (options: object) => Promise<{ runPython(text: string): void }>;
}

/** The interpreter as it is shipped, in this very realm, with its bridge to JavaScript (n8n, CVE-2025-68668). */
export async function stockPython(): Promise<CodeRunner> {
  const lines: string[] = [];
  const shipped = createRequire(import.meta.url).resolve("@micropython/micropython-webassembly-pyscript");
  const { loadMicroPython }: ShippedPython = await import(pathToFileURL(shipped).href);
  const python = await loadMicroPython({ stdout: (line: string) => void lines.push(line), linebuffer: true });
  return {
    async run({ source }) {
      lines.length = 0;
      const body = source.split("\n").map((line) => `  ${line}`);
      try {
        python.runPython(["def body():", ...body, "print(body())"].join("\n"));
        return ended({ value: lines.join("\n") });
      } catch (fault) {
        return ended({ error: String(fault) });
      }
    },
  };
}

/** Runs the code first and only then takes the built-ins that it tells the result with (dify-sandbox, pull request 140). */
export const forgetful: CodeRunner = {
  async run({ source, input, call }: CodeRequest) {
    const realm = createContext({ input, host: { call } });
    const text: unknown = await runInContext(
      `(async () => { const value = await (async () => { ${source}\n})(); return JSON.stringify(value); })()`,
      realm,
    );
    return ended({ value: String(text).replaceAll('"', "") });
  },
};

function ended(end: Partial<CodeResult>): CodeResult {
  const outcome = end.error === undefined ? "value" : "error";
  return { outcome, logs: [], cpuMs: 0, memoryBytes: 0, calls: 0, ...end };
}
