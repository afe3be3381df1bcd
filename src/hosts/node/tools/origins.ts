import { join } from "node:path";
import { z } from "zod";
import { judgeAddress } from "#providers";
import { readIfThere } from "../state/index.ts";

const origin = z.string().max(300).refine(isOrigin);

const toolOrigin = z.strictObject({
  origin,
  /** By the name that a tool's settings give a key: the environment variable that holds it. */
  keys: z.record(z.string(), z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u)).default({}),
});
export type ToolOrigin = z.infer<typeof toolOrigin>;

/**
 * Where tools of a flow may send requests: `tools.json` in the state folder (a list of `{"origin", "keys"?}`), and what was named
 * on the command line. A flow's own word is not enough, since a flow may come from anybody.
 * Throws an Error with one sentence when the file cannot be read as such a list.
 */
export async function readToolOrigins(state: string, named: readonly string[]): Promise<readonly ToolOrigin[]> {
  const path = join(state, "tools.json");
  const text = await readIfThere(path);
  const written = text === undefined ? [] : parse(text, path);
  const others = named.filter((each) => !written.some((known) => known.origin === each));
  return [...written, ...others.map((each) => ({ origin: each, keys: {} }))];
}

function parse(text: string, path: string): readonly ToolOrigin[] {
  try {
    return z.array(toolOrigin).parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${path} is not a list of origins: each has origin (https://host) and maybe keys (name: VARIABLE).`,
    );
  }
}

function isOrigin(written: string): boolean {
  const verdict = judgeAddress(written);
  return verdict.kind !== "odd" && verdict.url.origin === written;
}
