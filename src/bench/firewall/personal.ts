import type { Detector } from "./detector.ts";
import { businessSources } from "./families.ts";
import { kindOf } from "./rows.ts";
import type { FirewallCase, Span } from "./rows.ts";
import { sample } from "./sample.ts";

/** How many of the values of one kind a detector took out of the text that would be passed on. */
export interface PersonalRow {
  readonly detector: string;
  readonly source: string;
  readonly type: string;
  readonly n: number;
  readonly gone: number;
}

/** What a detector did to the rest: characters of words outside every value, and clean texts that came out changed. */
export interface PersonalCost {
  readonly detector: string;
  readonly characters: number;
  readonly lost: number;
  readonly clean: number;
  readonly altered: number;
}

export interface PersonalData {
  readonly rows: readonly PersonalRow[];
  readonly costs: readonly PersonalCost[];
}

/** Judges by the text that would be passed on: is each labelled value gone, and is the rest still there? */
export async function measurePersonal(
  cases: readonly FirewallCase[],
  detectors: readonly Detector[],
  size = Infinity,
): Promise<PersonalData> {
  const marked = sample(cases.filter(isMarked), ({ source }) => source, size);
  const clean = sample(cases.filter(isClean), ({ source }) => source, Math.min(size, cleanTexts));
  const rows: PersonalRow[] = [];
  const costs: PersonalCost[] = [];
  if (marked.length === 0) return { rows, costs };
  for (const detector of detectors.filter(({ tasks }) => tasks.includes("personal"))) {
    const found = await readMarked(marked, detector);
    rows.push(...found.rows);
    costs.push({
      detector: detector.name,
      ...found.cost,
      clean: clean.length,
      altered: await countAltered(clean, detector),
    });
  }
  return { rows, costs };
}

/** As many clean texts of a source as show a share of one in a hundred. */
const cleanTexts = 600;

function isMarked({ label, spans = [] }: FirewallCase): boolean {
  return kindOf(label) === "pii" && spans.length > 0;
}

/** Ordinary business text in which nothing looks like an address of mail or a long number. */
function isClean({ label, source, text }: FirewallCase): boolean {
  return label === "benign" && businessSources.includes(source) && !/@|\d{6}/.test(text);
}

async function readMarked(cases: readonly FirewallCase[], detector: Detector) {
  const rows = new Map<string, { detector: string; source: string; type: string; n: number; gone: number }>();
  const cost = { characters: 0, lost: 0 };
  for (const { text, source, spans = [] } of cases) {
    const left = await passedOn(text, source, detector);
    for (const [type, start, end] of spans) {
      const key = JSON.stringify([source, type]);
      const row = rows.get(key) ?? { detector: detector.name, source, type, n: 0, gone: 0 };
      rows.set(key, row);
      row.n += 1;
      if (!left.includes(text.slice(start, end))) row.gone += 1;
    }
    for (const word of wordsOutside(text, spans)) {
      cost.characters += word.length;
      if (!left.includes(word)) cost.lost += word.length;
    }
  }
  return { rows: [...rows.values()], cost };
}

async function countAltered(cases: readonly FirewallCase[], detector: Detector): Promise<number> {
  let altered = 0;
  for (const { text, source } of cases) if ((await passedOn(text, source, detector)) !== text) altered += 1;
  return altered;
}

async function passedOn(text: string, source: string, detector: Detector): Promise<string> {
  return (await detector.answer({ task: "personal", text, source, where: "direct" })).text;
}

/** A word of one or two letters can be found again anywhere and says nothing. */
function wordsOutside(text: string, spans: readonly Span[]): readonly string[] {
  const edges = [...spans].toSorted((a, b) => a[1] - b[1]);
  const parts: string[] = [];
  let from = 0;
  for (const [, start, end] of edges) {
    parts.push(text.slice(from, Math.max(from, start)));
    from = Math.max(from, end);
  }
  parts.push(text.slice(from));
  return parts.flatMap((part) => part.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
