import { characterClass, classesAt, unitsAt } from "../character-classes.ts";
import type { Classifiers } from "../classifier/classifiers.ts";
import type { Head } from "../classifier/model.ts";
import { calibrate, createScorer } from "../classifier/score.ts";
import { windowsOf } from "../classifier/windows.ts";
import type { Span, View } from "../views/view.ts";
import { sentencesOf } from "../sentences.ts";

/** What a classifier holds to be an order, in offsets of the original. */
export interface Learned extends Span {
  readonly score: number;
}

export interface LearnedMessage extends Learned {
  /** Whether the message goes on beyond what was read at once, so that the rules may have seen something else in it. */
  readonly isPart: boolean;
}

/** Below this nobody is told and nothing is done, at no sensitivity. */
export const worthTelling = 0.2;
/** The lowest that a curve gives, also to a text of nothing but ordinary words. */
const silent = 0.05;
/** A text with more suspicious windows than this is not read on for more. */
const mostWindows = 50;

/** The most suspicious stretch of a view of a message, if only faintly so: what the rules saw may lend it weight. */
export function readMessage(
  view: View,
  plain: View,
  signs: readonly number[],
  classifiers: Classifiers,
): LearnedMessage | undefined {
  const reader = createReader(view, plain, signs, classifiers, "message");
  const [strongest] = reader?.suspicious(silent) ?? [];
  if (reader === undefined || strongest === undefined) return undefined;
  const { window, score } = strongest;
  const { start, end } = (score < worthTelling ? undefined : reader.sentences(window)[0]?.span) ?? window;
  return { ...view.toOriginal(start, end), score, isPart: reader.windows > 1 };
}

/** Sentences of a document or tool result without which no stretch of it is suspicious any more. */
export function readData(
  view: View,
  plain: View,
  signs: readonly number[],
  classifiers: Classifiers,
): readonly Learned[] {
  const reader = createReader(view, plain, signs, classifiers, "data");
  return (reader?.suspicious(worthTelling) ?? []).flatMap(({ window, score }) =>
    reader === undefined
      ? []
      : cutFrom(window, reader).map(({ start, end }) => ({ ...view.toOriginal(start, end), score })),
  );
}

export function stronger<T extends Learned>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.score > a.score ? b : a;
}

/** The heaviest sentences first, until no other of the window is suspicious alone. */
function cutFrom(window: Span, reader: Reader): readonly Span[] {
  const [heaviest, ...others] = reader.sentences(window);
  if (heaviest === undefined) return [window];
  const suspicious = others.filter(({ score }) => score >= worthTelling);
  return [heaviest, ...suspicious].map(({ span }) => span);
}

interface Reader {
  /** How many windows the text has. */
  readonly windows: number;
  /** Windows that score more than that, the most suspicious first. */
  suspicious(least: number): readonly { readonly window: Span; readonly score: number }[];
  /** The sentences of a window, the heaviest first. */
  sentences(window: Span): readonly Sentence[];
}

interface Sentence {
  readonly span: Span;
  /** What it scores alone, uncalibrated and calibrated. */
  readonly weight: number;
  readonly score: number;
}

function createReader(
  view: View,
  plain: View,
  signs: readonly number[],
  { lexicon, heads }: Classifiers,
  name: string,
): Reader | undefined {
  const head: Head | undefined = heads.get(name);
  if (head === undefined) return undefined;
  const { text } = view;
  const all = windowsOf(text, head.window);
  // The surroundings of what a view changed were read in the plain text.
  const isRead = (window: Span): boolean =>
    view === plain ? !isSpelled(text, window) : view.effort(window.start, window.end) !== "none";
  // Windows of the plain text are nearly all read, and whether one is takes longer to tell than to score it.
  const windows = view === plain ? all.slice(all.findIndex(isRead), all.findLastIndex(isRead) + 1) : all.filter(isRead);
  const [first, last] = [windows[0], windows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const scorer = createScorer(text.slice(first.start, last.end), lexicon, head);
  const weight = ({ start, end }: Span): number =>
    scorer(head, { start: start - first.start, end: end - first.start }, signs);
  const chances = view === plain ? all.length : Math.max(all.length, windowCount(plain, head.window));
  const score = (stretch: Span): number => calibrate(weight(stretch), chances, head);
  // Windows overlap and share most of their sentences.
  const known = new Map<string, Sentence>();
  const sentence = (start: number, end: number): Sentence => {
    const key = `${start} ${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const alone = weight({ start, end });
    const found = { span: { start, end }, weight: alone, score: calibrate(alone, chances, head) };
    known.set(key, found);
    return found;
  };
  return {
    windows: chances,
    suspicious: (least) =>
      windows
        .map((window) => ({ window, score: score(window) }))
        .filter((each) => each.score > least && isRead(each.window))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, mostWindows),
    sentences: ({ start, end }) =>
      sentencesOf(text.slice(start, end))
        .map((each) => sentence(start + each.start, start + each.end))
        .toSorted((a, b) => b.weight - a.weight),
  };
}

const counts = new WeakMap<View, { readonly size: number; readonly windows: number }>();

/** How many windows the plain text has, which each of its views asks again. */
function windowCount(view: View, size: number): number {
  const known = counts.get(view);
  if (known?.size === size) return known.windows;
  const windows = windowsOf(view.text, size).length;
  counts.set(view, { size, windows });
  return windows;
}

/** Letters set apart are no words to a classifier; a view reads them as words. */
function isSpelled(text: string, { start, end }: Span): boolean {
  let words = 0;
  let letters = 0;
  let first = -1;
  for (let at = start; at <= end;) {
    const classes = at < end ? classesAt(text, at) : 0;
    if ((classes & (characterClass.letter | characterClass.number)) !== 0) first = first === -1 ? at : first;
    else if (first !== -1) {
      words += 1;
      if (at - first === 1) letters += 1;
      first = -1;
    }
    at += unitsAt(text, at, classes);
  }
  return words > 8 && letters > words * 0.6;
}
