import engineUrl from "@jitl/quickjs-wasmfile-release-sync/wasm?url";
import { createSandboxRunner, type SandboxRunner } from "#hosts/sandbox";
import { buildFrameWall } from "./frame-wall.ts";

export interface BrowserRunnerOptions {
  /** Where the frames are put, unseen. */
  readonly document: Document;
  /** Address of sandbox.html; by default beside the app. */
  readonly frameUrl?: string;
  /** Changes the worker's source before it is used; the attack benchmark plants a secret beside the guest with it. */
  readonly editGuest?: (source: string) => string;
}

/**
 * The two walls in a browser: QuickJS in WebAssembly, inside a worker inside a frame of an opaque origin. The engine (about
 * 320 KB compressed) is loaded with the first run or `warm`.
 */
export function createBrowserCodeRunner(options: BrowserRunnerOptions): SandboxRunner {
  const { document, frameUrl = `${import.meta.env.BASE_URL}sandbox.html`, editGuest = (source) => source } = options;
  let parts: ReturnType<typeof loadParts> | undefined;
  // A load that failed (offline, say) is tried again with the next run.
  function forget(fault: unknown): never {
    parts = undefined;
    throw fault;
  }

  return createSandboxRunner(async () => {
    const { guest, engine } = await (parts ??= loadParts().catch(forget));
    return buildFrameWall({ document, frameUrl, guest: editGuest(guest), engine });
  });
}

async function loadParts() {
  const [guest, response] = await Promise.all([import("virtual:sandbox-guest"), fetch(engineUrl)]);
  if (!response.ok) throw new Error("The sandbox engine cannot be loaded.");
  return { guest: guest.default, engine: await response.arrayBuffer() };
}
