import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { pageOf } from "./frame.ts";

const root = join(import.meta.dirname, "../..");
const entry = join(import.meta.dirname, "page/main.ts");
const tokens = join(root, "src/ui/theme.css");
const ownSources = /^[^?]*\/(?:src|nodes)\/(?!verify-page\/page\/main)[^?]*\.ts$/;

export interface BuiltPage {
  readonly html: string;
  /** Every file that it was made from. */
  readonly sources: readonly string[];
}

/** Makes verify.html from its sources: equal sources and tools give equal bytes. */
export async function buildPage(): Promise<BuiltPage> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    root,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2023",
      cssMinify: true,
      lib: { entry, formats: ["iife"], name: "gatehousePage", cssFileName: "page" },
      // Our own modules only define things; what the page does not use is left out of it.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !ownSources.test(id) } },
    },
  });
  const outputs = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  const chunks = outputs.filter((output) => output.type === "chunk");
  const [script] = chunks;
  const style = outputs.find((output) => output.type === "asset" && output.fileName.endsWith(".css"));
  if (!script || chunks.length !== 1 || style?.type !== "asset")
    throw new Error("verify.html must be one script and one style.");
  const parts = {
    script: `\n${script.code.trim()}\n`,
    style: `\n${withTokens(await readFile(tokens, "utf8"), style.source)}\n`,
  };
  if (!isReadAsWritten(parts.script) || !isReadAsWritten(parts.style))
    throw new Error("verify.html has text inside that a browser would read otherwise.");
  const sources = [...Object.keys(script.modules), ...script.moduleIds].filter((id) => id.startsWith(root));
  return { html: pageOf(parts, sha256Base64), sources: [...new Set([...sources, tokens])] };
}

/** The colours and sizes of the app, light and dark, without the fonts: a page without a network shows the system's. */
function withTokens(theme: string, own: string | Uint8Array): string {
  const variables = theme.match(/^(?::root|\[data-theme)[^{}]*\{[^{}]*\}/gmu)?.join("\n") ?? "";
  const css = typeof own === "string" ? own : new TextDecoder().decode(own);
  const used = new Set(
    [...`${css}${variables.match(/^\s*--[\w-]*:.*var\(.*$/gmu)?.join("") ?? ""}`.matchAll(/var\((--[\w-]+)/gu)].map(
      ([, name]) => name,
    ),
  );
  const needed = variables
    .replaceAll(/\/\*[^]*?\*\//gu, "")
    .replaceAll(/^\s*(--[\w-]+):[^;]*;\n/gmu, (line, name: string) => (used.has(name) ? line.trim() : ""));
  return `${needed}\n${css.trim()}`;
}

function sha256Base64(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** What a browser would read otherwise than it was written, so that the page could not say its own digest. */
function isReadAsWritten(text: string): boolean {
  return text.isWellFormed() && !/\r|\0|<\/(?:script|style)|<!--|<script/iu.test(text);
}
