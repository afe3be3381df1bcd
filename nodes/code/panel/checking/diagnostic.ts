/** What the TypeScript worker says of a text. Categories: warning 0, error 1, suggestion 2, message 3. */
export interface Diagnostic {
  readonly code: number;
  readonly category: 0 | 1 | 2 | 3;
  readonly start?: number | undefined;
  readonly length?: number | undefined;
  readonly messageText: string | MessageChain;
  readonly reportsUnnecessary?: unknown;
}

interface MessageChain {
  readonly messageText: string;
  readonly next?: readonly MessageChain[] | undefined;
}
