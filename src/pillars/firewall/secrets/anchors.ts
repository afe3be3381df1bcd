/** Finds fixed words in a text. */
export interface AnchorIndex<Target> {
  readonly visit: (text: string, found: (target: Target, start: number, end: number) => void) => void;
}

/**
 * Finds all anchors in one pass, whatever the letter case. A trie in one table: a text without anchors costs one or two
 * look-ups a character, the worst text the length of the longest anchor. Words are in lower case.
 */
export function indexAnchors<Target>(words: ReadonlyMap<string, Target>): AnchorIndex<Target> {
  const classes = classesOf([...words.keys()]);
  const width = classes.size + 1;
  const rows: Uint16Array[] = [new Uint16Array(width)];
  const targets: (Target | undefined)[] = [undefined];
  for (const [word, target] of words) {
    let row = rows[0];
    let node = 0;
    for (const character of word) {
      const symbol = classes.get(character) ?? 0;
      node = row?.[symbol] ?? 0;
      if (node === 0) {
        node = rows.push(new Uint16Array(width)) - 1;
        targets.push(undefined);
        row?.fill(node, symbol, symbol + 1);
      }
      row = rows[node];
    }
    targets[node] = target;
  }
  const table = new Uint16Array(rows.length * width);
  for (const [index, row] of rows.entries()) table.set(row, index * width);
  const symbols = symbolsOf(classes);

  const visit: AnchorIndex<Target>["visit"] = (text, found) => {
    for (let start = 0; start < text.length; start++) {
      let node = 0;
      for (let at = start; at < text.length; at++) {
        const symbol = symbols[text.charCodeAt(at)] ?? 0;
        node = symbol === 0 ? 0 : (table[node * width + symbol] ?? 0);
        if (node === 0) break;
        const target = targets[node];
        if (target !== undefined) found(target, start, at + 1);
      }
    }
  };
  return { visit };
}

/** A number from 1 on for every character of the words; 0 is every other character. */
function classesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  for (const character of words.join("")) if (!classes.has(character)) classes.set(character, classes.size + 1);
  return classes;
}

/** The class of every UTF-16 unit; capitals share their small letter's. */
function symbolsOf(classes: ReadonlyMap<string, number>): Uint8Array {
  const symbols = new Uint8Array(0x10000);
  for (const [character, symbol] of classes) {
    symbols[character.charCodeAt(0)] = symbol;
    const capital = character.toUpperCase();
    // The capital of Turkish ı is I, which is i's.
    if (capital.length === 1 && capital.toLowerCase() === character) symbols[capital.charCodeAt(0)] = symbol;
  }
  return symbols;
}
