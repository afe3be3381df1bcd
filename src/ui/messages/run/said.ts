import type { EventOf } from "#engine";

/**
 * Sentences that a run recorded in English, for a reader of another language: by their code, with the values in them. Undefined
 * where nothing is known of a sentence; it is then shown as it was recorded, and English always is.
 */
export interface Said {
  /** Why a call was refused. */
  readonly refused: (code: string, sentence: string) => string | undefined;
  /** What a rule says, and why a person is asked. */
  readonly rule: (sentence: string) => string | undefined;
  /** Why a guard objects to a text, by the category of what it found. */
  readonly found: (category: string) => string | undefined;
  /** Which limit was reached. */
  readonly limit: (hit: EventOf<"limit.hit">["attrs"], sentence: string) => string | undefined;
  /** Why a run or a step ended. */
  readonly ended: (sentence: string) => string | undefined;
  /** Why a person's decision does not count, or was not signed. */
  readonly decision: (refused: { readonly sentence: string; readonly code?: string }) => string | undefined;
}

export const said: Said = {
  refused: () => undefined,
  rule: () => undefined,
  found: () => undefined,
  limit: () => undefined,
  ended: () => undefined,
  decision: () => undefined,
};
