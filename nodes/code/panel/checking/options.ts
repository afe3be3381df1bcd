/** Latest of everything, as the sandbox has it, and none of the browser's interfaces, which it has not. Numbers are the compiler's own. */
const usual = {
  allowNonTsExtensions: true,
  target: 99,
  module: 99,
  lib: ["lib.es2024.d.ts"],
  moduleDetection: 3,
  noEmit: true,
  strictNullChecks: true,
  noImplicitAny: false,
};

/** How code is checked, by its language. */
export const compilerOptions = { typescript: usual, javascript: { ...usual, allowJs: true, checkJs: true } } as const;
