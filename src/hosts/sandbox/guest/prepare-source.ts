import type { CodeLanguage } from "#engine";
import { cutText, maximumErrorLength, type WallEnding } from "#pillars/sandbox";

export type Preparation =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly ending: WallEnding };

type Prepare = (source: string) => Promise<Preparation>;

/**
 * What each language needs before the guest compiles it. Line numbers stay. This happens inside wall 2 because parsers hang
 * as well: sucrase tries twice at every "<T>(", so 22 of them nested take a minute.
 */
const preparations: Readonly<Record<CodeLanguage, Prepare>> = {
  javascript: async (source) => ({ ok: true, source }),
  typescript: stripTypes,
};

export function prepareSource(language: CodeLanguage, source: string): Promise<Preparation> {
  return preparations[language](source);
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
