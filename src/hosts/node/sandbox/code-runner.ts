import { createSandboxRunner, LibraryMissing, type SandboxRunner } from "#hosts/sandbox";
import type { PublishedFiles } from "#hosts/sandbox/guest/pyodide";
import type { SandboxRuntime } from "#pillars/sandbox";
import { readEngine, type ShippedRuntime } from "../engines/index.ts";
import { leaveWrappersUntiered } from "./untiered-wrappers.ts";
import { buildWorkerWall, type WallEngine } from "./worker-wall.ts";

export interface NodeRunnerOptions {
  /** Changes which module the worker runs; the attack benchmark wraps the usual one to plant a secret beside it. */
  readonly editEntry?: (usual: URL) => URL;
  /** The files of the full Python library, where somebody has them: tests and the attack benchmark. */
  readonly pythonFiles?: () => Promise<PublishedFiles>;
}

const usualEntry = new URL("./wall-worker.ts", import.meta.url);

/** The two walls in Node: a runtime in WebAssembly, inside a worker thread that serves one run and is then terminated. */
export function createNodeCodeRunner(options: NodeRunnerOptions = {}): SandboxRunner {
  const { editEntry = (usual) => usual, pythonFiles } = options;
  const engines = new Map<SandboxRuntime, Promise<WallEngine>>();
  leaveWrappersUntiered();

  function load(runtime: SandboxRuntime): Promise<WallEngine> {
    if (runtime !== "pyodide") return compile(runtime);
    if (pythonFiles === undefined) throw new LibraryMissing("browser-only");
    return pythonFiles().then(compilePython);
  }

  return createSandboxRunner(async (runtime) => {
    const engine = engines.get(runtime) ?? load(runtime);
    engines.set(runtime, engine);
    return buildWorkerWall(editEntry(usualEntry), await engine);
  });
}

async function compilePython(files: PublishedFiles): Promise<WallEngine> {
  const { makeParcel, packParcel } = await import("#hosts/sandbox/guest/pyodide");
  const parcel = await makeParcel(files);
  return { runtime: "pyodide", module: await WebAssembly.compile(parcel.engine), parcel: packParcel(parcel) };
}

async function compile(runtime: ShippedRuntime): Promise<WallEngine> {
  return { runtime, module: await WebAssembly.compile(await readEngine(runtime)) };
}
