import { allWords } from "./vocabulary.ts";

/** The words as a tree of letters: 26 branches a node, then whether a word ends there. */
const width = 27;
let tree: Int32Array | undefined;

/**
 * Parts run-together lower-case letters into known words ("ignoreallrules"), so that long known words cover as much as
 * possible; letters between them stay together. Linear: no word has more than sixteen letters.
 */
export function segment(letters: string): string[] {
  const nodes = (tree ??= growTree());
  const best = new Float64Array(letters.length + 1).fill(-Infinity);
  const from = new Int32Array(letters.length + 1);
  best[0] = 0;
  for (let at = 0; at < letters.length; at++) {
    const score = best[at] ?? 0;
    // A letter of no word costs a little, so that two short words do not beat one long one.
    if (score - 0.5 > (best[at + 1] ?? 0)) {
      best[at + 1] = score - 0.5;
      from[at + 1] = at;
    }
    let node = 0;
    for (let end = at; end < letters.length; end++) {
      const branch = letters.charCodeAt(end) - 97;
      node = branch < 0 || branch > 25 ? 0 : (nodes[node * width + branch] ?? 0);
      if (node === 0) break;
      const length = end + 1 - at;
      const reached = score + length * length;
      if (nodes[node * width + 26] === 1 && reached > (best[end + 1] ?? 0)) {
        best[end + 1] = reached;
        from[end + 1] = at;
      }
    }
  }
  return partsOf(letters, from);
}

/** The share of the letters that known words cover. */
export function coverage(parts: readonly string[], isKnown: (word: string) => boolean): number {
  let known = 0;
  let all = 0;
  for (const part of parts) {
    all += part.length;
    if (isKnown(part)) known += part.length;
  }
  return all === 0 ? 0 : known / all;
}

/** Single letters beside one another are one unknown word. */
function partsOf(letters: string, from: Int32Array): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (let end = letters.length; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    const part = letters.slice(start, end);
    const isStray = part.length === 1 && part !== "a" && part !== "i";
    if (isStray && isOpen) parts.push(part + (parts.pop() ?? ""));
    else parts.push(part);
    isOpen = isStray;
  }
  return parts.toReversed();
}

function growTree(): Int32Array {
  const size = allWords.reduce((sum, word) => sum + word.length, 1);
  const nodes = new Int32Array(size * width);
  let count = 1;
  for (const word of allWords) {
    let node = 0;
    for (const letter of word) {
      const branch = node * width + letter.charCodeAt(0) - 97;
      if (nodes[branch] === 0) nodes[branch] = count++;
      node = nodes[branch] ?? 0;
    }
    nodes[node * width + 26] = 1;
  }
  return nodes;
}
