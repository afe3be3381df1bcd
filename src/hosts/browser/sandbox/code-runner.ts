import micropythonUrl from "virtual:sandbox-engine/micropython";
import quickjsUrl from "virtual:sandbox-engine/quickjs";
import sqliteUrl from "virtual:sandbox-engine/sqlite";
import { createSandboxRunner, LibraryMissing, type SandboxRunner, type Wall } from "#hosts/sandbox";
import { runtimeOf, type SandboxRuntime } from "#pillars/sandbox";
import { buildFrameWall } from "./frame-wall.ts";
import { keep } from "./keeper.ts";

export interface BrowserRunnerOptions {
  /** Where the frames are put, unseen. */
  readonly document: Document;
  /** Address of sandbox.html; by default beside the app. */
  readonly frameUrl?: string;
  /** Changes the worker's source before it is used; the attack benchmark plants a secret beside the guest with it. */
  readonly editGuest?: (source: string) => string;
  /** The full Python library, checked and ready for a wall (`packParcel`); undefined where it is not downloaded. */
  readonly pythonLibrary?: () => Promise<Blob | undefined>;
}

interface RuntimeParts {
  readonly guest: () => Promise<{ readonly default: string }>;
  /** The engine's bytes as a wall takes them; asked for with each. */
  readonly engine: () => Promise<Blob>;
}

interface Binary extends Pick<RuntimeParts, "guest"> {
  readonly engineUrl: string;
}

const binaries: Readonly<Record<Exclude<SandboxRuntime, "pyodide">, Binary>> = {
  quickjs: {
    guest: () => import("virtual:sandbox-guest/quickjs"),
    engineUrl: quickjsUrl,
  },
  micropython: {
    guest: () => import("virtual:sandbox-guest/micropython"),
    engineUrl: micropythonUrl,
  },
  sqlite: {
    guest: () => import("virtual:sandbox-guest/sqlite"),
    engineUrl: sqliteUrl,
  },
};

/** How long a wall may take to start, where that is more than others do: a busy machine takes seconds over 10 MB of code. */
const startsIn: Partial<Readonly<Record<SandboxRuntime, number>>> = { pyodide: 60_000 };

/**
 * The two walls in a browser: a runtime in WebAssembly, inside a worker inside a frame of an opaque origin. A runtime
 * (QuickJS about 320 KB compressed) is loaded with the first run in its language or `warm`.
 */
export function createBrowserCodeRunner(options: BrowserRunnerOptions): SandboxRunner {
  const {
    document,
    frameUrl = `${import.meta.env.BASE_URL}sandbox.html`,
    editGuest = (source) => source,
    pythonLibrary,
  } = options;
  const loaded = new Map<SandboxRuntime, ReturnType<typeof loadParts>>();

  function partsOf(runtime: SandboxRuntime): ReturnType<typeof loadParts> {
    const parts = loaded.get(runtime) ?? loadParts(partsFor(runtime, pythonLibrary));
    loaded.set(runtime, parts);
    // A load that failed (offline, say) is tried again with the next run.
    parts.catch(() => loaded.delete(runtime));
    return parts;
  }

  async function build(runtime: SandboxRuntime): Promise<Wall> {
    const { guest, relay, engine } = await partsOf(runtime);
    const startMs = startsIn[runtime];
    const parts = { document, frameUrl, guest: editGuest(guest), relay, engine: await engine() };
    return buildFrameWall({ ...parts, ...(startMs === undefined ? {} : { startMs }) });
  }

  let isClosed = false;
  const keepers = new Map<SandboxRuntime, Promise<Wall | undefined>>();
  const runner = createSandboxRunner(build);
  return {
    ...runner,
    async run(request, signal) {
      const result = await runner.run(request, signal);
      const runtime = runtimeOf(request);
      // A keeper that could not be built is missed by nobody but the clock.
      if (!isClosed && !keepers.has(runtime))
        keepers.set(
          runtime,
          keep(runtime, () => build(runtime)).catch(() => undefined),
        );
      return result;
    },
    async close() {
      isClosed = true;
      await runner.close();
      for (const keeper of keepers.values()) (await keeper)?.kill();
    },
  };
}

function partsFor(runtime: SandboxRuntime, pythonLibrary: BrowserRunnerOptions["pythonLibrary"]): RuntimeParts {
  if (runtime !== "pyodide") return { guest: binaries[runtime].guest, engine: fetchEngine(binaries[runtime]) };
  return {
    guest: () => import("virtual:sandbox-guest/pyodide"),
    async engine() {
      const parcel = await pythonLibrary?.();
      if (parcel === undefined) throw new LibraryMissing("not-downloaded");
      return parcel;
    },
  };
}

async function loadParts({ guest, engine }: RuntimeParts) {
  const [script, relay] = await Promise.all([guest(), import("virtual:sandbox-guest/relay"), engine()]);
  return { guest: script.default, relay: relay.default, engine };
}

/** Fetched once. */
function fetchEngine({ engineUrl }: Binary): RuntimeParts["engine"] {
  let bytes: Promise<Blob> | undefined;
  const load = async () => {
    const response = await fetch(engineUrl);
    if (!response.ok) throw new Error("The sandbox engine cannot be loaded.");
    return response.blob();
  };
  return () => (bytes ??= load());
}
