import { type Integrity } from "#engine";
import { type IndexedResult, type IndexedSource, indexed, trustedText } from "./index-source.ts";
import type { LabelledText } from "./origin.ts";
import type { TrustedWords } from "./selection.ts";
import type { ScalarForm, TextIndex } from "./text-match.ts";

/** Some sources that stand beside each other in a chat. */
export interface Block {
  readonly sources: readonly IndexedSource[];
  readonly results: readonly IndexedResult[];
  readonly texts: readonly TextIndex[];
  /** What stands in the sources, by what it is worth; absent while the block is not full, and then anything may stand there. */
  readonly signs?: ReadonlyMap<Integrity, Signs>;
}

/** Enough to say that a value does not stand in a block; that it does is for the sources themselves to say. */
interface Signs {
  /** Of texts. */
  readonly words: Set<string>;
  /** Numbers and the currencies beside them, in texts and in fields. */
  readonly numbers: Set<string>;
  readonly currencies: Set<string>;
  hasMoments: boolean;
  /** Whole fields. */
  readonly scalars: Set<string>;
  /** Everything from outside, folded: a part of it counts. */
  outside: string;
}

/** What is looked for; `plain` is the folded text of text, for finding it inside outside text. */
export interface Sought extends ScalarForm {
  readonly plain?: string;
}

/** Everything that a step could see. What only few values need is gathered when it is asked for. */
export interface Seen {
  readonly blocks: readonly Block[];
  readonly words: TrustedWords;
  readonly results: () => readonly IndexedResult[];
}

export function seenIn(values: readonly LabelledText[], today: string | undefined): Seen {
  const blocks = blocksOf(values, today);
  let texts: readonly TextIndex[] | undefined;
  let results: readonly IndexedResult[] | undefined;
  const words: TrustedWords = {
    today,
    get texts() {
      return (texts ??= blocks.flatMap((block) => block.texts));
    },
  };
  return { blocks, words, results: () => (results ??= blocks.flatMap((block) => block.results)) };
}

/** Big enough to pass over a long chat at a glance, small enough that the last, unfinished block costs little. */
const size = 32;

interface FullBlock {
  readonly values: readonly LabelledText[];
  readonly today: string | undefined;
  readonly block: Block;
}

/** A chat only grows, so each full block is taken apart once, however often it is seen again. */
const memory = new WeakMap<LabelledText, FullBlock>();

function blocksOf(values: readonly LabelledText[], today: string | undefined): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < values.length; start += size) {
    const members = values.slice(start, start + size);
    blocks.push(members.length === size ? fullBlock(members, today) : blockOf(members, today));
  }
  return blocks;
}

function fullBlock(values: readonly LabelledText[], today: string | undefined): Block {
  const [first] = values;
  const known = first === undefined ? undefined : memory.get(first);
  if (known !== undefined && known.today === today && known.values.every((each, at) => each === values[at]))
    return known.block;
  const bare = blockOf(values, today);
  const block = { ...bare, signs: signsOf(bare.sources) };
  if (first !== undefined) memory.set(first, { values, today, block });
  return block;
}

function blockOf(values: readonly LabelledText[], today: string | undefined): Block {
  const sources = values.map((source) => indexed(source, today));
  const results = sources.flatMap((source) => (source.kind === "result" ? [source] : []));
  return { sources, results, texts: sources.flatMap(trustedText) };
}

function signsOf(sources: readonly IndexedSource[]): ReadonlyMap<Integrity, Signs> {
  const all = new Map<Integrity, Signs>();
  const of = (integrity: Integrity): Signs => {
    const signs = all.get(integrity) ?? noSigns();
    all.set(integrity, signs);
    return signs;
  };
  for (const source of sources) {
    if (source.kind === "text") addText(of(source.source.integrity), source.index);
    else for (const { integrity, form } of source.fields) addField(of(integrity), form);
    for (const plain of outsideOf(source)) of("untrusted").outside += `${plain}\n`;
  }
  return all;
}

function noSigns(): Signs {
  return {
    words: new Set(),
    numbers: new Set(),
    currencies: new Set(),
    hasMoments: false,
    scalars: new Set(),
    outside: "",
  };
}

function addText(signs: Signs, { words, numbers, days, times, zones }: TextIndex): void {
  for (const word of words.all) signs.words.add(word);
  for (const { number, currency } of numbers) {
    signs.numbers.add(number);
    if (currency !== undefined) signs.currencies.add(currency);
  }
  signs.hasMoments ||= days.length + times.length + zones.length > 0;
}

function addField(signs: Signs, { text, amount }: ScalarForm): void {
  signs.scalars.add(text);
  if (amount !== undefined) signs.numbers.add(amount.number);
}

function outsideOf(source: IndexedSource): readonly string[] {
  if (source.kind === "text") return source.source.integrity === "untrusted" ? [source.plain] : [];
  return source.fields.flatMap(({ integrity, plain }) => (integrity === "untrusted" ? [plain] : []));
}

/** False only where no source of the block has the value at this level. */
export function mayHold({ signs: all }: Block, sought: Sought, integrity: Integrity): boolean {
  if (all === undefined) return true;
  const signs = all.get(integrity);
  if (signs === undefined) return false;
  const { sought: words, amount, currency, day, time, zone, plain } = sought;
  const first = [words?.raw[0], words?.bare?.[0]];
  if (first.some((word) => word !== undefined && signs.words.has(word))) return true;
  if (signs.scalars.has(sought.text)) return true;
  if (amount !== undefined && signs.numbers.has(amount.number)) return true;
  if (currency !== undefined && signs.currencies.has(currency)) return true;
  if (signs.hasMoments && (day ?? time ?? zone) !== undefined) return true;
  return integrity === "untrusted" && plain !== undefined && signs.outside.includes(plain);
}
