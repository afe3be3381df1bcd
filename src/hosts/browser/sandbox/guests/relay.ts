import { rehearseRelay, relay, type Line } from "#hosts/sandbox/guest";

// Entry of the worker that stands between the page and a guest's worker. Its first message brings the ports to both.
addEventListener("message", start);

function start({ ports: [parent, guest] }: MessageEvent<unknown>): void {
  removeEventListener("message", start);
  if (!parent || !guest) return;
  relay(lineOf(parent), lineOf(guest));
  rehearseRelay();
}

function lineOf(port: MessagePort): Line {
  return {
    post: (message, moved = []) => port.postMessage(message, moved),
    listen(listener) {
      port.addEventListener("message", ({ data }) => listener(data));
      port.start();
    },
  };
}
