import type { View } from "../views/view.ts";
import { acrostics } from "./acrostics.ts";
import { squash, squashLeet } from "./squash.ts";
import type { Squashed } from "./squash.ts";

/** What a view's text comes down to, made once however often it is asked for. */
export interface TextReadings {
  readonly squashed: Squashed;
  readonly leet: Squashed;
  readonly acrostics: readonly Squashed[];
}

const made = new WeakMap<View, TextReadings>();

/** `deep` also reads how the text is written: only what a person wrote so is worth that. */
export function textReadings(view: View, deep: boolean): TextReadings {
  const before = made.get(view);
  if (before !== undefined) return before;
  const { text } = view;
  const readings = { squashed: squash(text), leet: squashLeet(text), acrostics: deep ? acrostics(text) : [] };
  made.set(view, readings);
  return readings;
}
