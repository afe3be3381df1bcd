import { isToWall, type FromWall, type WallEnding } from "#pillars/sandbox";
import { drive, type Drive, type Run } from "./drive.ts";
import { GuestStop, type GuestEngine } from "./engine.ts";

/** The wall's end of the line to the parent. */
export interface WallPort {
  /** @param moved what of the message is handed over and not copied. */
  post(message: FromWall, moved: ArrayBuffer[]): void;
  listen(listener: (message: unknown) => void): void;
}

/**
 * Serves one run, the first that is asked for, and never a second. Messages that do not fit are ignored. The surrounding
 * realm belongs to this run alone, so its clock and time zone are set to the run's: the engine reads both from there, and a
 * replay elsewhere sees the same.
 * @param tick milliseconds by which the guest's own time is measured: processor time where the platform tells it, so that
 * a busy machine does not eat a run's time.
 */
export function serveOneRun(engine: GuestEngine, port: WallPort, tick: () => number): void {
  let running: Promise<Drive | undefined> | undefined;
  port.listen((message) => {
    if (!isToWall(message) || message.kind === "greeting") return;
    if (message.kind === "answer") return void running?.then((started) => started?.answer(message));
    if (running) return;
    setClock(message.now);
    running = start(engine, message, port, tick);
  });
  port.post({ kind: "ready" }, []);
}

async function start(engine: GuestEngine, run: Run, port: WallPort, tick: () => number): Promise<Drive | undefined> {
  const post = (message: FromWall) => port.post(message, bytesIn(message));
  const end = (ending: WallEnding) => post({ kind: "end", ending, cpuMs: 0, memoryBytes: 0 });
  try {
    const prepared = await engine.prepare(run.language, run.source);
    if (prepared.ok) return await drive(engine, { ...run, source: prepared.source }, post, tick);
    end(prepared.ending);
  } catch (fault) {
    end(fault instanceof GuestStop ? fault.ending : { how: "broken" });
  }
  return undefined;
}

function bytesIn(message: FromWall): ArrayBuffer[] {
  if (message.kind !== "end" || message.ending.how !== "value") return [];
  const { text } = message.ending;
  return typeof text === "string" ? [] : [text];
}

function setClock(now: number): void {
  Date.now = () => now;
  Date.prototype.getTimezoneOffset = () => 0;
}
