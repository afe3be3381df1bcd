/** The values that a slider of a limit stops at. */
export const stops = {
  seconds: [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30],
  megabytes: [24, 32, 48, 64, 96, 128, 192, 256],
  calls: [0, 1, 2, 5, 10, 20, 50, 100, 256],
} as const satisfies Record<string, readonly number[]>;

/** What the full Python library itself takes leaves little below this. */
const leastMegabytes = 64;

/** The same for the full Python library. */
export const fullStops = { ...stops, megabytes: stops.megabytes.filter((value) => value >= leastMegabytes) };

/** The settings that change with the choice of a library: the full one needs more room. */
export function withLibrary(library: string, { megabytes }: { readonly megabytes: number }) {
  return { library, megabytes: library === "full" ? Math.max(leastMegabytes, megabytes) : megabytes };
}

/** The stops of a slider that stands at `value`, which may have been set to anything elsewhere. */
export function stopsWith(value: number, usual: readonly number[]): readonly number[] {
  return usual.includes(value) ? usual : [...usual, value].sort((a, b) => a - b);
}

/** For code that an agent writes; its tool takes fewer calls. */
export const agentStops = { ...stops, calls: stops.calls.filter((value) => value <= 100) };
