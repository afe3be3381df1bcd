import { Unusable } from "./unusable.ts";

/**
 * Cuts a text's tokens into windows of at most `most`, each half over the one before, so that nothing is left out and an
 * order of up to half a window stands whole in one. Every window gets the marks that the tokenizer puts around a text.
 * @param marked the tokens with those marks.
 */
export function windowsOf(
  marked: readonly number[],
  bare: readonly number[],
  most: number,
): readonly (readonly number[])[] {
  const added = marked.length - bare.length;
  const before = marksBefore(marked, bare, added);
  const room = most - added;
  if (room < 2) throw new Unusable("The model reads too few tokens at once.");
  const step = Math.ceil(room / 2);
  const windows: (readonly number[])[] = [];
  for (let at = 0; at === 0 || at < bare.length - (room - step); at += step)
    windows.push([...marked.slice(0, before), ...bare.slice(at, at + room), ...marked.slice(before + bare.length)]);
  return windows;
}

function marksBefore(marked: readonly number[], bare: readonly number[], added: number): number {
  for (let at = 0; at <= added; at += 1) if (bare.every((id, index) => marked[at + index] === id)) return at;
  throw new Unusable("The tokenizer marks a text in a way that is not known here.");
}
