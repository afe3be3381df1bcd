/** Facts about the build of quickjs-wasi that is installed; `../quickjs/build.test.ts` holds them against it. */
export const build = {
  /** Takes nothing and answers a number, which only its own polling reads. */
  clock: "host_interrupt",
  /** The interpreter and the matcher of regular expressions. */
  polling: [81, 1642],
  /** The memory that it asks for, and the module under which it is put: one whose imports the package lets through. */
  memoryPages: 18,
  memoryFrom: "wasi_snapshot_preview1",
} as const;
