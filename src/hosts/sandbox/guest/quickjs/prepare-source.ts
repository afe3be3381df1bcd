import type { CodeLanguage } from "#engine";
import { cutText, maximumErrorLength } from "#pillars/sandbox";
import type { Preparation } from "../engine.ts";

/** Sucrase hangs on hostile text (it tries twice at every "<T>(", so 22 of them nested take a minute): only within wall 2. */
export async function prepareSource(language: CodeLanguage, source: string): Promise<Preparation> {
  return language === "typescript" ? stripTypes(source) : { ok: true, source };
}

async function stripTypes(source: string): Promise<Preparation> {
  const { transform } = await import("sucrase");
  try {
    const { code } = transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      keepUnusedImports: true,
    });
    return { ok: true, source: code };
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : "The types in the code cannot be read";
    // sucrase: "Error transforming <file>: <reason> (<line>:<column>)"
    const [, reason = text, line] = /^(?:Error transforming [^:]*: )?(.*?)(?: \((\d+):\d+\))?$/s.exec(text) ?? [];
    const where = line === undefined ? {} : { line: Number(line) };
    const message = cutText(`SyntaxError: ${reason}`, maximumErrorLength);
    return { ok: false, ending: { how: "thrown", message, ...where, isDenial: false } };
  }
}
