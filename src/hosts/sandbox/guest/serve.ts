import { isToWall, type FromWall, type WallEnding } from "#pillars/sandbox";
import { drive, type Drive, type Run } from "./drive.ts";
import { GuestStop, type GuestEngine } from "./engine.ts";

/** The wall's end of the line to the parent. */
export interface WallPort {
  post(message: FromWall): void;
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
  port.post({ kind: "ready" });
}

async function start(engine: GuestEngine, run: Run, port: WallPort, tick: () => number): Promise<Drive | undefined> {
  const end = (ending: WallEnding) => port.post({ kind: "end", ending, cpuMs: 0, memoryBytes: 0 });
  try {
    const prepared = await engine.prepare(run.language, run.source);
    if (prepared.ok)
      return await drive(engine, { ...run, source: prepared.source }, (message) => port.post(message), tick);
    end(prepared.ending);
  } catch (fault) {
    end(fault instanceof GuestStop ? fault.ending : { how: "broken" });
  }
  return undefined;
}

function setClock(now: number): void {
  Date.now = () => now;
  Date.prototype.getTimezoneOffset = () => 0;
}
