import { decodedView } from "./decode.ts";
import { hiddenViews } from "./hidden.ts";
import { normalise } from "./normalise.ts";
import { respelledViews } from "./respell.ts";
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

/** Encodings within encodings are read this deep. Each reading is at most as long as its source. */
const maximumDepth = 3;
/** Derived text beyond this many units is not made; a longer text is still inspected as it stands. */
const maximumDerived = 4_000_000;

/** Derives every view that the text gives reason for. Pure; linear in the text. */
export function createViews(text: string): Views {
  const plain = normalise(text);
  const all: View[] = [plain];
  let derived = 0;
  const add = (view: View): void => {
    if (derived + view.text.length > maximumDerived) return;
    derived += view.text.length;
    all.push(view);
  };
  for (const hidden of hiddenViews(identityView(text))) add(hidden);
  let level: readonly View[] = [...all];
  for (let depth = 0; depth < maximumDepth && level.length > 0; depth++) {
    const decoded = level.flatMap((view) => decodedView(view) ?? []);
    for (const view of decoded) add(view);
    level = decoded;
  }
  for (const view of [...all]) for (const respelled of respelledViews(view)) add(respelled);
  return { original: text, plain, all };
}
