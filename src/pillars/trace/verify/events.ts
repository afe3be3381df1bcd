import { toBase64Url } from "../base64.ts";
import { paths } from "../bundle/layout.ts";
import { unpackLines } from "../bundle/lines.ts";
import { genesis, readLine, type TraceLine } from "../line.ts";
import { leafHash } from "../merkle.ts";
import { TraceError } from "../trace-error.ts";
import { memberBytes, type Container } from "./container.ts";
import { attempt, demand, Fault } from "./fault.ts";

export interface EventLog {
  readonly lines: readonly TraceLine[];
  readonly leaves: readonly Uint8Array[];
}

const linesPerTick = 500;

/** Every line in its one form and chained to the line before. */
export async function checkEvents(
  container: Container,
  origin: string,
  tick: (() => Promise<void>) | undefined,
): Promise<EventLog> {
  const part = paths.events;
  const texts = attempt("E10", { part }, () => unpackLines(memberBytes(container, part)));
  demand(texts.length > 0, "E25", { part });
  const lines: TraceLine[] = [];
  const leaves: Uint8Array[] = [];
  let prev = toBase64Url(genesis(origin));
  let monoUs = 0;
  for (const [seq, text] of texts.entries()) {
    const line = lineAt(seq, text);
    demand(line.origin === origin, "E12", { step: seq });
    demand(line.seq === seq, "E13", { step: seq });
    // A changed line shows in the one after it, which still holds the old hash.
    demand(line.prev === prev, "E14", { step: Math.max(0, seq - 1) });
    demand(line.mono_us >= monoUs, "E15", { step: seq });
    monoUs = line.mono_us;
    const leaf = leafHash(text);
    prev = toBase64Url(leaf);
    lines.push(line);
    leaves.push(leaf);
    if (tick && seq % linesPerTick === linesPerTick - 1) await tick();
  }
  return { lines, leaves };
}

function lineAt(seq: number, text: string): TraceLine {
  try {
    return readLine(text);
  } catch (cause) {
    const shape = cause instanceof TraceError && cause.code === "bad-line";
    throw new Fault(shape ? "E11" : "E10", { step: seq }, { cause });
  }
}
