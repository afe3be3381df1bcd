import { rehearse, serveOneRun, type GuestEngine, type WallPort } from "#hosts/sandbox/guest";

type Load = (bytes: ArrayBuffer) => Promise<GuestEngine>;

/** Makes the worker inside the sandbox frame serve one run. Its first message brings the engine's bytes and the port to the parent. */
export function serveGuest(load: Load): void {
  addEventListener("message", start);

  function start({ data, ports: [port, runPort] }: MessageEvent<unknown>): void {
    removeEventListener("message", start);
    if (port && runPort && data instanceof Blob) void open(load, data, port, runPort);
  }
}

async function open(load: Load, bytes: Blob, port: MessagePort, runPort: MessagePort): Promise<void> {
  const engine = await load(await bytes.arrayBuffer());
  // No browser tells a worker its processor time.
  const tick = () => performance.now();
  await rehearse(engine, tick);
  const line: WallPort = {
    post: (message, moved) => port.postMessage(message, moved),
    listen(listener) {
      for (const each of [port, runPort]) {
        each.addEventListener("message", ({ data }) => listener(data));
        each.start();
      }
    },
  };
  serveOneRun(engine, line, tick);
  await engine.populate?.(turn);
}

/** Unlike a timer, a message is not made to wait 4 ms. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
