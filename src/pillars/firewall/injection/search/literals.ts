/** Finds every literal of a set in one pass over a text (Aho and Corasick's automaton, as one table). */
export interface LiteralFinder {
  /** Calls back with the index of each literal that ends at a unit of the text. */
  readonly scan: (text: string, found: (literal: number, end: number) => void) => void;
}

export function createLiteralFinder(literals: readonly string[]): LiteralFinder {
  const { classes, width } = classesOf(literals);
  const { next, ends } = growTree(literals, classes, width);
  const matches = link(next, ends, width);
  return {
    scan(text, found) {
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
        const here = matches[state];
        if (here !== undefined) for (const literal of here) found(literal, at + 1);
      }
    },
  };
}

/** Units that no literal has are all alike: class 0. */
function classesOf(literals: readonly string[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(0x1_00_00);
  let width = 1;
  for (const literal of literals)
    for (let at = 0; at < literal.length; at++) {
      const code = literal.charCodeAt(at);
      if (classes[code] === 0 && width < 256) classes[code] = width++;
    }
  return { classes, width };
}

function growTree(literals: readonly string[], classes: Uint8Array, width: number) {
  const most = literals.reduce((sum, literal) => sum + literal.length, 1);
  const tree = new Uint16Array(most * width);
  const ends: (number[] | undefined)[] = [undefined];
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (let at = 0; at < literal.length; at++) {
      const branch = state * width + (classes[literal.charCodeAt(at)] ?? 0);
      if (tree[branch] === 0) tree[branch] = ends.push(undefined) - 1;
      state = tree[branch] ?? 0;
    }
    ends[state] = [...(ends[state] ?? []), index];
  }
  return { next: tree.slice(0, ends.length * width), ends };
}

/** Fills in where to go on when no literal goes on, breadth first; returns what ends in each state. */
function link(next: Uint16Array, ends: readonly (readonly number[] | undefined)[], width: number) {
  const matches = [...ends];
  const fallback = new Uint16Array(ends.length);
  const queue = Array.from(next.subarray(0, width)).filter((state) => state !== 0);
  for (const state of queue) {
    const shorter = fallback[state] ?? 0;
    const inherited = matches[shorter];
    if (inherited !== undefined) matches[state] = [...(matches[state] ?? []), ...inherited];
    for (let branch = 0; branch < width; branch++) {
      const to = next[state * width + branch] ?? 0;
      const otherwise = next[shorter * width + branch] ?? 0;
      if (to === 0) next[state * width + branch] = otherwise;
      else {
        fallback[to] = otherwise;
        queue.push(to);
      }
    }
  }
  return matches;
}
