/**
 * Facts about the build of QuickJS that package.json names as `#quickjs`: any synchronous one with a file of its own that
 * quickjs-emscripten offers. `build.test.ts` holds each fact against it.
 */
export const build = {
  /** Takes nothing and answers a number: the time of day, by the names that the build's tools gave it. */
  clock: { module: "a", name: "p" },
  /** The interpreter and the matcher of regular expressions ask the interrupt handler themselves: see `meterModule`. */
  polling: [202, 599],
} as const;
