/**
 * Lets recorded events through in their recorded order, so that parallel branches meet in a replay as they met in the
 * run. A position that nobody asks for (another path was taken, a step was given up) is passed over once everything else
 * stands still.
 */
export interface Turnstile {
  pass(position: number): Promise<void>;
  /** Resolves when the position is the next to pass. */
  next(position: number): Promise<void>;
  /** True once every position has passed or was passed over. */
  isOver(): boolean;
  /** Resolves then: what is new comes after all that is recorded. */
  over(): Promise<void>;
}

export function createTurnstile(positions: readonly number[], idle: () => Promise<void>): Turnstile {
  const open = [...positions].sort((left, right) => left - right);
  const waiting = new Map<number, () => void>();
  const heralds = new Map<number, () => void>();
  let ends: (() => void)[] = [];
  let watching = false;

  function release(): void {
    const next = open[0];
    if (next === undefined) {
      const all = ends;
      ends = [];
      for (const go of all) go();
      return;
    }
    heralds.get(next)?.();
    heralds.delete(next);
    const go = waiting.get(next);
    if (go === undefined) return;
    waiting.delete(next);
    open.shift();
    go();
  }

  async function watch(): Promise<void> {
    if (watching) return;
    watching = true;
    while (waiting.size + heralds.size + ends.length > 0) {
      const before = waiting.size + heralds.size + open.length;
      await idle();
      if (waiting.size + heralds.size + open.length === before) {
        const lowest = Math.min(...waiting.keys(), ...heralds.keys(), Number.POSITIVE_INFINITY);
        while (open[0] !== undefined && open[0] < lowest) open.shift();
        release();
      }
    }
    watching = false;
  }

  return {
    async pass(position) {
      if (open[0] === position) {
        open.shift();
      } else if (open.includes(position)) {
        await new Promise<void>((resolve) => {
          waiting.set(position, resolve);
          void watch();
        });
      }
      release();
    },
    async next(position) {
      if (open[0] === position || !open.includes(position)) return;
      await new Promise<void>((resolve) => {
        heralds.set(position, resolve);
        void watch();
      });
    },
    isOver: () => open.length === 0,
    async over() {
      if (open.length === 0) return;
      await new Promise<void>((resolve) => {
        ends.push(resolve);
        void watch();
      });
    },
  };
}
