/** Latest of everything, as the sandbox has it, and none of the browser's interfaces, which it has not. Numbers are the compiler's own. */
const usual = {
  allowNonTsExtensions: true,
  target: 99,
  module: 99,
  lib: ["lib.es2024.d.ts"],
  moduleDetection: 3,
  noEmit: true,
  // An empty list then has the type of what is put into it; that a parameter has none is not told (`findingsOf`).
  noImplicitAny: true,
};

/**
 * How code is checked, by its language. Whoever writes TypeScript can say what an empty list is for, or that a value may be missing.
 * In JavaScript that cannot be said, and `{ rows: [] }` would hold nothing for ever.
 */
export const compilerOptions = {
  typescript: { ...usual, strictNullChecks: true },
  javascript: { ...usual, strictNullChecks: false, allowJs: true, checkJs: true },
} as const;
