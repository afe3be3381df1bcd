import type { ToWall } from "#pillars/sandbox";

/** The parent's end of one wall 2: a worker that has loaded the engine and serves exactly one run. */
export interface Wall {
  post(message: ToWall): void;
  /** Everything the wall says from now on, unparsed. */
  listen(listener: (message: unknown) => void): void;
  /** Called once if the wall ends by itself: its worker failed or left. */
  onBreak(listener: () => void): void;
  /** Ends the wall at once, even amid an endless loop. May be called twice. */
  kill(): void;
}

/** Builds walls ahead of need. `take` hands out each wall once, and the next is begun a while later. */
export interface WallSupply {
  take(): Promise<Wall>;
  /** A wall that was taken has ended: nothing speaks against beginning a spare once who waits for the run has been answered. */
  replenish(): void;
  warm(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A spare is begun when the wall that was taken has ended, or this long after it was taken: building one takes a core, which would slow the
 * run that the wall was taken for.
 */
const refillDelayMs = 250;

/**
 * Keeps one spare wall ready, so that a run starts in milliseconds although building a wall takes longer.
 * @param build makes a wall that has said it is ready; rejects when it cannot.
 */
export function createWallSupply(build: () => Promise<Wall>): WallSupply {
  let spare: Promise<Wall> | undefined;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refill(): Promise<Wall> {
    const next = build();
    spare = next;
    // A spare that died unseen must not be handed out; the next taker builds its own.
    next.then(
      (wall) => wall.onBreak(() => discard(next, wall)),
      () => drop(next),
    );
    return next;
  }

  function refillAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(refillOnce, ms);
  }

  function refillOnce(): void {
    if (!isClosed && spare === undefined) void refill();
  }

  function drop(wall: Promise<Wall>): void {
    if (spare === wall) spare = undefined;
  }

  /** Who took a wall ends it; nobody else ends a spare. */
  function discard(next: Promise<Wall>, wall: Wall): void {
    if (spare === next) wall.kill();
    drop(next);
  }

  return {
    async take() {
      if (isClosed) throw new Error("The sandbox is closed.");
      const taken = spare ?? build();
      spare = undefined;
      refillAfter(refillDelayMs);
      return taken;
    },
    replenish: () => refillAfter(0),
    async warm() {
      if (!isClosed) await (spare ?? refill());
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const last = spare;
      spare = undefined;
      await last?.then(
        (wall) => wall.kill(),
        () => undefined,
      );
    },
  };
}
