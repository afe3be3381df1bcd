import type { CodeLimits, CodeRequest, CodeResult } from "#engine";
import { z } from "zod";
import {
  cutText,
  failureOf,
  fromWall,
  isLonger,
  readBorder,
  writeBorder,
  type Ending,
  type FromWall,
} from "#pillars/sandbox";
import { LibraryMissing } from "./library-missing.ts";
import { openToolDesk } from "./tool-desk.ts";
import type { Wall } from "./wall.ts";
import { startWatchdog } from "./watchdog.ts";

type Logs = { lines: string[]; left: number };
type Spent = Pick<CodeResult, "cpuMs" | "memoryBytes">;

const nothingSpent: Spent = { cpuMs: 0, memoryBytes: 0 };

/**
 * One run from the parent's side: checks what goes in, lets the wall do the work, decides its calls, and ends the wall in
 * every case. Never rejects.
 * @param take a wall that is ready and that nobody used.
 */
export async function conductRun(
  request: CodeRequest,
  signal: AbortSignal,
  take: () => Promise<Wall>,
): Promise<CodeResult> {
  const { limits } = request;
  const refuse = (ending: Exclude<Ending, { how: "value" }>) => resultOf(request, ending, nothingSpent, [], 0);
  if (isLonger(request.source, limits.sourceBytes)) return refuse({ how: "source-too-large" });
  const input = writeBorder(request.input, Number.MAX_SAFE_INTEGER);
  if (!input.ok) return refuse({ how: "thrown", message: "The input cannot be given to the code.", isDenial: false });
  if (signal.aborted) return refuse({ how: "aborted" });
  let wall: Wall | undefined;
  try {
    wall = await takeUnlessStopped(take, signal);
  } catch (fault) {
    return refuse({ how: fault instanceof LibraryMissing ? fault.why : "not-started" });
  }
  return wall === undefined ? refuse({ how: "aborted" }) : converse(request, input.text, signal, wall);
}

/** Whoever stops while a wall is being built does not wait for it; it is ended when it comes. */
function takeUnlessStopped(take: () => Promise<Wall>, signal: AbortSignal): Promise<Wall | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    signal.addEventListener("abort", stop);
    take()
      .then((wall) => {
        if (signal.aborted) wall.kill();
        else resolve(wall);
      })
      .catch(reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}

function converse(request: CodeRequest, input: string, signal: AbortSignal, wall: Wall): Promise<CodeResult> {
  const { language, source, reads, limits, now, seed } = request;
  const desk = openToolDesk(request);
  const logs: Logs = { lines: [], left: limits.consoleBytes };
  const started = performance.now();
  return new Promise((resolve) => {
    let isOver = false;
    let hasEnded = false;
    const watchdog = startWatchdog(limits, (how) => finish({ how }, elapsed(), "watchdog"));
    const elapsed = (): Spent => ({ cpuMs: performance.now() - started, memoryBytes: limits.memoryBytes });
    const abort = () => finish({ how: "aborted" }, elapsed());

    function finish(ending: Ending, spent: Spent, stoppedBy?: CodeResult["stoppedBy"]): void {
      if (isOver) return;
      isOver = true;
      watchdog.stop();
      signal.removeEventListener("abort", abort);
      // Removing a wall holds up the page for a while; where it has ended its run by itself, who waits is answered first.
      if (hasEnded) setTimeout(() => wall.kill());
      else wall.kill();
      resolve(resultOf(request, ending, spent, logs.lines, desk.calls, stoppedBy));
    }

    async function answer(message: Extract<FromWall, { kind: "call" }>): Promise<void> {
      const reply = await desk.ask(message.tool, message.argument);
      if (isOver) return;
      watchdog.working();
      wall.post({ kind: "answer", id: message.id, ...reply });
    }

    signal.addEventListener("abort", abort);
    wall.onBreak(() => finish({ how: "broken" }, elapsed()));
    wall.listen((raw) => {
      const parsed = fromWall.safeParse(raw);
      if (isOver) return;
      if (!parsed.success) return finish({ how: "broken" }, elapsed());
      const message = parsed.data;
      if (message.kind === "call") void answer(message);
      else if (message.kind === "log") keepLine(logs, message.line);
      else if (message.kind === "logs") for (const line of message.lines) keepLine(logs, line);
      // A wall that says it waits although nothing is out is not believed: its time goes on.
      else if (message.kind === "idle" && desk.inFlight > 0) watchdog.waiting();
      else if (message.kind === "end") {
        hasEnded = true;
        finish(message.ending, message, stopper(message.ending));
      }
    });
    wall.post({ kind: "run", language, source, input, now, seed, limits, ...(reads ? { reads } : {}) });
  });
}

/** The guest counts as well; this count is the one that holds. */
function keepLine(logs: Logs, line: string): void {
  if (logs.left <= 0) return;
  const kept = cutText(line, logs.left);
  logs.lines.push(kept);
  logs.left -= kept.length + 1;
}

function stopper(ending: Ending): CodeResult["stoppedBy"] {
  return ["interrupted", "stuck", "out-of-memory"].includes(ending.how) ? "engine" : undefined;
}

function resultOf(
  { limits }: CodeRequest,
  ending: Ending,
  { cpuMs, memoryBytes }: Spent,
  logs: readonly string[],
  calls: number,
  stoppedBy?: CodeResult["stoppedBy"],
): CodeResult {
  const common = { logs, cpuMs: Math.round(cpuMs * 10) / 10, memoryBytes, calls, ...(stoppedBy ? { stoppedBy } : {}) };
  if (ending.how !== "value") return { ...failureOf(ending, limits), ...common };
  const reading = readBorder(ending.text, limits.valueBytes);
  if (!reading.ok) return { ...failureOf({ how: "value-fault", fault: reading.fault }, limits), ...common };
  return { outcome: "value", value: reading.value, ...common, ...columnsOf(ending, limits) };
}

/** They are words of the guest like the value, and share its cap. Without them the rows are as good, only in another order. */
function columnsOf({ columns }: Extract<Ending, { how: "value" }>, limits: CodeLimits): Pick<CodeResult, "columns"> {
  const reading = columns === undefined ? undefined : readBorder(columns, limits.valueBytes);
  const names = reading?.ok === true ? columnNames.safeParse(reading.value) : undefined;
  return names?.success === true ? { columns: names.data } : {};
}

const columnNames = z.array(z.string());
