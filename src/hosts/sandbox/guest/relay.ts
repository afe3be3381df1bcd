import { maximumErrorLength, maximumNameLength } from "#pillars/sandbox";

/** One end of a line between two realms. */
export interface Line {
  /** @param moved what of the message is handed over and not copied. */
  post(message: unknown, moved?: ArrayBuffer[]): void;
  listen(listener: (message: unknown) => void): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** Log lines wait this long for others, so that many cost the parent as little as one. */
const gatherMs = 10;

/** Messages of the guest that wait for the run's limits: these come by another way than the run, and hardly ever later. */
const mostEarly = 1_000;

/**
 * Stands between the parent and the worker that runs guest code, in a worker of its own inside wall 2, and keeps the parent
 * free to answer if that worker falls into hostile hands: it is the reader who pays for a message, and a flood of them, or
 * one of hundreds of megabytes, would hold up the page. What passes has few fields, each a number or a text (the bytes of one, for a value), and its
 * number and size are bounded by the run's limits, which the parent tells it while it hands the run to the guest. It decides nothing: the
 * parent checks all of it again.
 */
export function relay(parent: Line, guest: Line): void {
  let limits: Fields | undefined;
  let callsLeft = 0;
  /** Something has happened since the guest last said that it waits. */
  let isNews = true;
  let isReady = false;
  let isOver = false;
  const early: Fields[] = [];
  const lines = gatherLines(parent);
  const limit = (name: string) => numberAt(limits, name) ?? 0;

  function say(message: Fields, moved: ArrayBuffer[] = []): void {
    lines.flush();
    parent.post(message, moved);
  }

  function breakDown(): void {
    isOver = true;
    say({ kind: "broken" });
  }

  function log({ line }: Fields): void {
    if (isShort(line, limit("consoleBytes"))) lines.add(line);
    else breakDown();
  }

  function call({ id, tool, argument }: Fields): void {
    isNews = true;
    const isSound =
      typeof id === "number" && isShort(tool, maximumNameLength) && isShort(argument, limit("valueBytes"));
    if (!isSound || callsLeft-- <= 0) return breakDown();
    say({ kind: "call", id, tool, argument });
  }

  function idle(): void {
    if (isNews) say({ kind: "idle" });
    isNews = false;
  }

  function end({ ending, cpuMs, memoryBytes }: Fields): void {
    const text = Math.max(limit("valueBytes"), 2 * maximumErrorLength);
    const kept = smallFieldsOf(ending, text);
    if (kept === undefined || typeof cpuMs !== "number" || typeof memoryBytes !== "number") return breakDown();
    isOver = true;
    const moved = Object.values(kept).filter((each) => each instanceof ArrayBuffer);
    say({ kind: "end", ending: kept, cpuMs, memoryBytes }, moved);
  }

  parent.listen((message) => {
    isNews = true;
    const asked = fieldsOf(message);
    if (asked?.["kind"] !== "limits") return guest.post(message);
    limits = fieldsOf(asked["limits"]);
    // The parent refuses calls beyond the limit one by one; a few more than it would ever answer are let through to it.
    callsLeft = limit("calls") + limit("callsInFlight");
    lines.allow(limit("consoleBytes"));
    for (const each of early.splice(0)) hear(each);
  });

  guest.listen((message) => {
    if (isOver) return;
    const said = fieldsOf(message) ?? {};
    if (said["kind"] === "ready") return ready();
    if (limits !== undefined) return hear(said);
    if (early.push(said) > mostEarly) breakDown();
  });

  function ready(): void {
    if (isReady || limits !== undefined) return breakDown();
    isReady = true;
    say({ kind: "ready" });
  }

  const kinds = new Map<unknown, (said: Fields) => void>(Object.entries({ log, call, end, idle }));

  function hear(said: Fields): void {
    if (!isOver) (kinds.get(said["kind"]) ?? breakDown)(said);
  }
}

function gatherLines(parent: Line) {
  let left = 0;
  let lines: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) parent.post({ kind: "logs", lines });
    lines = [];
  }

  return {
    allow(units: number): void {
      left = units;
    },
    add(line: string): void {
      if (left <= 0) return;
      left -= line.length + 1;
      lines.push(line);
      timer ??= setTimeout(flush, gatherMs);
    },
    flush,
  };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).slice(0, 10))
    : undefined;
}

function smallFieldsOf(value: unknown, maximum: number): Fields | undefined {
  const fields = fieldsOf(value);
  return fields !== undefined && Object.values(fields).every((each) => isSmall(each, maximum)) ? fields : undefined;
}

/** A buffer that can grow would still have its greatest length reserved where it arrives. */
function isSmall(value: unknown, maximum: number): boolean {
  if (value instanceof ArrayBuffer) return !value.resizable && value.byteLength <= maximum;
  return typeof value !== "object" && (typeof value !== "string" || isShort(value, maximum));
}

function isShort(value: unknown, maximumUnits: number): value is string {
  return typeof value === "string" && value.length <= maximumUnits;
}

function numberAt(fields: Fields | undefined, name: string): number | undefined {
  const value = fields?.[name];
  return typeof value === "number" ? value : undefined;
}
