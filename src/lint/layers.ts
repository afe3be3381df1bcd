/**
 * Who may import whom. A key is a folder or file; of nested keys the longest that fits a file is its layer. `*` stands for
 * one folder name: nodes/a and nodes/b are two layers, and `*` in the list of a key with `*` means that same name, so no
 * node imports another. What has no key here (configuration files, bin) is no layer and nobody can import it.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  "src/engine": [],
  "src/pillars": ["src/engine"],
  "src/monitor": ["src/engine", "src/pillars"],
  "src/templates": ["src/engine"],
  "src/providers": ["src/engine", "src/pillars"],
  "src/store": ["src/engine", "src/pillars"],
  "nodes/*": ["src/engine", "src/pillars"],
  "nodes/*/panel": ["src/engine", "src/pillars", "src/ui/kit", "nodes/*"],
  nodes: ["src/engine", "nodes/*"],
  "src/importers": ["src/engine", "nodes"],
  "src/hosts": ["src/engine", "src/pillars", "src/monitor", "src/templates", "src/providers", "src/store", "nodes"],
  "src/verify-page": ["src/engine", "src/pillars"],
  "src/ui/kit": [],
  "src/ui": [
    "src/engine",
    "src/pillars",
    "src/monitor",
    "src/templates",
    "src/providers",
    "src/store",
    "src/importers",
    "src/hosts",
    "src/ui/kit",
    "nodes",
    "nodes/*/panel",
  ],
};

const everythingButUi = Object.keys(layers).filter((layer) => !layer.startsWith("src/ui") && !layer.includes("*"));

/** Composition roots: they put the parts together, and nobody imports them but the command line, which starts the benchmarks. */
export const roots: Readonly<Record<string, readonly string[]>> = {
  "src/cli": [...everythingButUi, "src/bench"],
  "src/bench": everythingButUi,
  "src/train": [...everythingButUi, "src/bench"],
  "src/chat-page": everythingButUi,
  "src/lint": [],
  scripts: ["src/hosts", "src/verify-page"],
  e2e: everythingButUi,
};

/** A test runs its part on real neighbours, so beyond its own layer's list it may use these. */
const forTests: readonly string[] = ["src/hosts", "src/monitor", "src/providers", "src/templates", "nodes"];

export interface Place {
  /** Key of the table. */
  readonly layer: string;
  /** What `*` stood for, or "". */
  readonly name: string;
  /** The layer's path with `*` filled in. */
  readonly root: string;
}

const table = { ...layers, ...roots };
const keys = Object.keys(table).sort((a, b) => depth(b) - depth(a));

/** The layer of a path relative to the project, or undefined when it belongs to none. */
export function placeOf(path: string): Place | undefined {
  for (const layer of keys) {
    const match = new RegExp(`^${layer.replaceAll(".", "\\.").replace("*", "([^/]+)")}(?=/|$)`).exec(path);
    if (match && !(layer === "nodes/*" && match[0] === path)) return { layer, name: match[1] ?? "", root: match[0] };
  }
  return undefined;
}

/** Whether code at `from` may import something at `to`. */
export function mayImport(from: Place, to: Place, fromTest: boolean): boolean {
  if (from.root === to.root) return true;
  const list = [...(table[from.layer] ?? []), ...(fromTest ? forTests : [])];
  return list.includes(to.layer) && (!from.layer.includes("*") || !to.layer.includes("*") || from.name === to.name);
}

function depth(layer: string): number {
  return layer.split("/").length;
}
