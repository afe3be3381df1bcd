/** Finds every literal of a set in one pass over a text (Aho and Corasick's automaton, as one table). */
export interface LiteralFinder {
  /** Calls back with the index of each literal that ends at a unit of the text. */
  readonly scan: (text: string, found: (literal: number, end: number) => void) => void;
}

const ascii = /^[\0-\x7f]*$/u;

/** Literals of ASCII have a table of their own: it is narrow, and the other one is not looked at for texts of ASCII. */
export function createLiteralFinder(literals: readonly string[]): LiteralFinder {
  const places = [...literals.keys()];
  const isAscii = (place: number): boolean => ascii.test(literals[place] ?? "");
  const narrow = createAutomaton(literals, places.filter(isAscii));
  const wide = createAutomaton(
    literals,
    places.filter((place) => !isAscii(place)),
  );
  return {
    scan(text, found) {
      narrow(text, found);
      if (!ascii.test(text)) wide(text, found);
    },
  };
}

function createAutomaton(all: readonly string[], chosen: readonly number[]): LiteralFinder["scan"] {
  const literals = chosen.map((place) => all[place] ?? "");
  const { classes, width } = classesOf(literals);
  const tree = growTree(literals, classes, width);
  const { next, matches } = byDistance(tree.next, link(tree.next, tree.ends, width), width);
  const isEnd = Uint8Array.from(matches, (here) => (here === undefined ? 0 : 1));
  return (text, found) => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (isEnd[state] === 1) for (const literal of matches[state] ?? []) found(chosen[literal] ?? 0, at + 1);
    }
  };
}

/** The states by their distance from the first one, so that those in which a text mostly is lie together. */
function byDistance(next: Uint16Array, matches: readonly (readonly number[] | undefined)[], width: number) {
  const order = [0];
  const places = new Uint16Array(matches.length);
  for (const state of order)
    for (const to of next.subarray(state * width, (state + 1) * width))
      if (to !== 0 && places[to] === 0) places[to] = order.push(to) - 1;
  const rows = new Uint16Array(next.length);
  for (const [place, state] of order.entries())
    for (let branch = 0; branch < width; branch++)
      rows[place * width + branch] = places[next[state * width + branch] ?? 0] ?? 0;
  return { next: rows, matches: order.map((state) => matches[state]) };
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
