import type { Wall } from "#hosts/sandbox";
import { fromWall, type ToWall } from "#pillars/sandbox";
import { confineFrames } from "./confine-frames.ts";

export interface FrameParts {
  readonly document: Document;
  /** Address of sandbox.html. */
  readonly frameUrl: string;
  /** Source texts of the workers, classic scripts: the one that runs guest code, and the one through which it speaks. */
  readonly guest: string;
  readonly relay: string;
  /**
   * Bytes of the engine: a compiled module cannot be posted into an opaque origin. The page hands on no more than where they are; a copy of the full
   * Python's 37 MB held it up for 0.1 to 0.4 s.
   */
  readonly engine: Blob;
  /** A frame that has not answered by then never will: its page is missing, or a policy of the server forbids it. */
  readonly startMs?: number;
}

const usualStartMs = 10_000;

/** The first messages through processes and threads take 2 ms longer than later ones, which a run need not pay for. */
const greetings = 3;

/**
 * Builds wall 2: a frame of an opaque origin under its own content security policy, and a worker in it. A worker of the
 * app's own origin would not do: whatever its policy, it can open IndexedDB, where traces and keys are. Removing the frame
 * ends the worker even amid a loop.
 *
 * The run goes straight to the guest's worker on a line of its own, which saves it the way through the relay. Nothing comes back on
 * that line: it is closed behind the run, and a wall that speaks on it before is broken down, its message unread.
 */
export async function buildFrameWall(parts: FrameParts): Promise<Wall> {
  const { document, frameUrl, guest, relay, engine, startMs = usualStartMs } = parts;
  const frame = createFrame(document, frameUrl);
  const { port1: port, port2: relayPort } = new MessageChannel();
  const { port1: runPort, port2: guestPort } = new MessageChannel();
  const breaking = new Set<() => void>();
  // One at a time: who waited for the wall to be ready hears nothing of the run.
  let hear: ((message: unknown) => void) | undefined;
  const window = document.defaultView;

  function onWindowMessage({ source }: MessageEvent<unknown>): void {
    if (source !== null && source === frame.contentWindow) breakDown();
  }

  function breakDown(): void {
    for (const listener of breaking) listener();
  }

  function post(message: ToWall): void {
    if (message.kind === "answer") return port.postMessage(message);
    runPort.postMessage(message);
    if (message.kind === "greeting") return port.postMessage(message);
    port.postMessage({ kind: "limits", limits: message.limits });
    runPort.close();
  }

  const wall: Wall = {
    post,
    listen(next) {
      hear = next;
    },
    onBreak: (listener) => void breaking.add(listener),
    kill() {
      window?.removeEventListener("message", onWindowMessage);
      breaking.clear();
      port.close();
      runPort.close();
      frame.remove();
    },
  };
  window?.addEventListener("message", onWindowMessage);
  const ready = becomesReady(wall, startMs);
  port.addEventListener("message", ({ data }: MessageEvent<unknown>) => hear?.(data));
  port.start();
  runPort.addEventListener("message", () => {
    runPort.close();
    breakDown();
  });
  runPort.start();
  let isLoaded = false;
  frame.addEventListener("load", () => {
    // A frame that loads another page has been led away, and with it goes all that its policy held.
    if (isLoaded) return breakDown();
    isLoaded = true;
    frame.contentWindow?.postMessage({ guest, relay, engine }, "*", [relayPort, guestPort]);
  });
  confineFrames(document, frameUrl);
  document.documentElement.append(frame);
  try {
    await ready;
    for (let at = 0; at < greetings; at++) wall.post({ kind: "greeting" });
    return wall;
  } catch (fault) {
    wall.kill();
    throw fault;
  }
}

function becomesReady(wall: Wall, startMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(fail, startMs);
    function fail() {
      clearTimeout(timer);
      reject(new Error("The sandbox frame did not start."));
    }
    wall.onBreak(fail);
    wall.listen((message) => {
      if (fromWall.safeParse(message).data?.kind !== "ready") return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function createFrame(document: Document, url: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.referrerPolicy = "no-referrer";
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.src = url;
  return frame;
}
