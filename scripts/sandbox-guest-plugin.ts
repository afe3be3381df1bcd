import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const prefix = "virtual:sandbox-guest/";
const resolvedPrefix = `\0${prefix}`;

/**
 * Gives `virtual:sandbox-guest/<runtime>`, whose default export is the source text of that worker of the sandbox: one classic script. It
 * travels as text because the worker starts from a blob inside an opaque origin, where no URL of ours can be loaded.
 */
export function sandboxGuest(): Plugin {
  const sources = new Map<string, Promise<string>>();
  return {
    name: "sandbox-guest",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(resolvedPrefix)) return undefined;
      const runtime = id.slice(resolvedPrefix.length);
      const source = sources.get(runtime) ?? bundleGuest(entryOf(runtime));
      sources.set(runtime, source);
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

/** What does nothing where nobody uses it. What the parent parses with is among it, and is not to be read by every worker. */
const declaresOnly = /\/src\/pillars\/sandbox\/|\/node_modules\/zod\//;

function entryOf(runtime: string): string {
  return fileURLToPath(new URL(`../src/hosts/browser/sandbox/guests/${runtime}.ts`, import.meta.url));
}

async function bundleGuest(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [nowhere],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry, formats: ["iife"], name: "sandboxGuest" },
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !declaresOnly.test(id) } },
    },
  });
  const outputs = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  const chunks = outputs.filter((output) => output.type === "chunk");
  const [only] = chunks;
  if (!only || chunks.length !== 1) throw new Error(`The sandbox's worker must be one script, not ${chunks.length}.`);
  return only.code;
}
