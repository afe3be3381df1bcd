import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const name = "virtual:sandbox-guest";
const resolvedName = `\0${name}`;
const entry = fileURLToPath(new URL("../src/hosts/browser/sandbox/guest-worker.ts", import.meta.url));

/**
 * Gives `virtual:sandbox-guest`, whose default export is the source text of the sandbox's worker: one classic script. It
 * travels as text because the worker starts from a blob inside an opaque origin, where no URL of ours can be loaded.
 */
export function sandboxGuest(): Plugin {
  let source: Promise<string> | undefined;
  return {
    name: "sandbox-guest",
    resolveId: (id) => (id === name ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined;
      source ??= bundleGuest();
      return `export default ${JSON.stringify(await source)};`;
    },
  };
}

/** The engine's loader asks where it lies, to fetch its bytes. It gets them handed over, and a classic script has no address. */
const nowhere: Plugin = {
  name: "nowhere",
  enforce: "pre",
  transform: (code) => code.replaceAll("import.meta.url", JSON.stringify("https://sandbox.invalid/")),
};

async function bundleGuest(): Promise<string> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [nowhere],
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry, formats: ["iife"], name: "sandboxGuest" } },
  });
  const outputs = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  const chunks = outputs.filter((output) => output.type === "chunk");
  const [only] = chunks;
  if (!only || chunks.length !== 1) throw new Error(`The sandbox's worker must be one script, not ${chunks.length}.`);
  return only.code;
}
