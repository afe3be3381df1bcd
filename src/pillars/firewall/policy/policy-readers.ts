/** What reads patterns and JSON schemas: undefined for one that can be read, else what is wrong with it in one sentence. */
export interface PolicyReaders {
  readonly patternProblem: (pattern: string) => string | undefined;
  readonly schemaProblem: (schema: string) => string | undefined;
}
