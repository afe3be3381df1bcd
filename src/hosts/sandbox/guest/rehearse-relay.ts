import type { FromWall } from "#pillars/sandbox";
import { relay, type Line } from "./relay.ts";

const limits = { valueBytes: 8, consoleBytes: 8, calls: 1, callsInFlight: 1 };

const said: readonly FromWall[] = [
  { kind: "call", id: 1, tool: "none", argument: "null" },
  { kind: "idle" },
  { kind: "end", ending: { how: "value", text: "null" }, cpuMs: 0, memoryBytes: 0 },
];

/** Plays a relay between two lines that lead nowhere, so that the real one does not pay for the compiler when its guest has ended. */
export function rehearseRelay(): void {
  const parent = openLine();
  const guest = openLine();
  relay(parent, guest);
  guest.hear({ kind: "ready" });
  parent.hear({ kind: "limits", limits });
  for (const message of said) guest.hear(message);
}

function openLine(): Line & { hear(message: unknown): void } {
  let listener: (message: unknown) => void = () => undefined;
  return {
    post: () => undefined,
    listen: (next) => void (listener = next),
    hear: (message) => listener(message),
  };
}
