/** Facts about the build of SQLite that is installed; `build.test.ts` holds each against it. */
export const build = {
  /** Takes nothing and answers a number. */
  clock: "emscripten_date_now",
  /** The interpreter of compiled queries asks the progress handler itself: see `meterModule`. */
  polling: [130],
} as const;
