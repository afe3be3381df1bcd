import { identityView } from "./view.ts";
import type { View } from "./view.ts";

/** A text as it is, as it reads once normalised, and as it reads once decoded. */
export interface Views {
  readonly original: string;
  /** Compatibility forms, invisible characters and mixed alphabets resolved. Letter case is kept. */
  readonly plain: View;
  /** `plain` first, then whatever hiding places the text has. */
  readonly all: readonly View[];
}

export function createViews(text: string): Views {
  const plain = identityView(text);
  return { original: text, plain, all: [plain] };
}
