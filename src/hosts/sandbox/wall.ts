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

/** Builds walls ahead of need. `take` hands out each wall once, and starts the next. */
export interface WallSupply {
  take(): Promise<Wall>;
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** A spare is begun this long after a wall was taken: building one at that very moment would slow the run it was taken for. */
const refillDelayMs = 20;

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
      (wall) => wall.onBreak(() => drop(next)),
      () => drop(next),
    );
    return next;
  }

  function drop(wall: Promise<Wall>): void {
    if (spare === wall) spare = undefined;
  }

  return {
    async take() {
      if (isClosed) throw new Error("The sandbox is closed.");
      const taken = spare ?? build();
      spare = undefined;
      clearTimeout(timer);
      timer = setTimeout(() => void (spare ?? refill()), refillDelayMs);
      return taken;
    },
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
