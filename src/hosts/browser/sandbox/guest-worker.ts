import { z } from "zod";
import { loadQuickJsEngine, rehearse, serveOneRun, type WallPort } from "#hosts/sandbox/guest";

// Entry of the worker inside the sandbox frame. Its first message brings the engine's bytes and the port to the parent.
z.config({ jitless: true });

const engineBytes = z.instanceof(ArrayBuffer);

addEventListener("message", start);

function start({ data, ports: [port] }: MessageEvent<unknown>): void {
  removeEventListener("message", start);
  if (port) void open(engineBytes.parse(data), port);
}

async function open(bytes: ArrayBuffer, port: MessagePort): Promise<void> {
  const engine = await loadQuickJsEngine(await WebAssembly.compile(bytes));
  // No browser tells a worker its processor time.
  const tick = () => performance.now();
  await rehearse(engine, tick);
  const line: WallPort = {
    post: (message) => port.postMessage(message),
    listen(listener) {
      port.addEventListener("message", ({ data }) => listener(data));
      port.start();
    },
  };
  serveOneRun(engine, line, tick);
}
