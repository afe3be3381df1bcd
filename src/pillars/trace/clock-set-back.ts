/** The first step at which the recorder's clock went back, how far (ms), and at how many steps it did. */
export interface ClockSetBack {
  readonly step: number;
  readonly ms: number;
  readonly times: number;
}

/** A clock that is kept right by small corrections goes back by less. */
const tolerance = 1000;

/** Tells from the times of a run's steps, one after the other, whether the recorder's clock was set back. */
export function createClockWatch() {
  let before = -Infinity;
  let found: ClockSetBack | undefined;
  return {
    step({ seq, time }: { readonly seq: number; readonly time: number }): void {
      const ms = before - time;
      if (ms > tolerance)
        found = found === undefined ? { step: seq, ms, times: 1 } : { ...found, times: found.times + 1 };
      before = time;
    },
    found: (): ClockSetBack | undefined => found,
  };
}

export function clockSetBack(
  events: readonly { readonly seq: number; readonly time: number }[],
): ClockSetBack | undefined {
  const watch = createClockWatch();
  for (const event of events) watch.step(event);
  return watch.found();
}
