import type { Verdict } from "#pillars/firewall";

/** What the texts of one result say together and none of them alone. */
export interface Across {
  /** The texts as one, and the verdict on it. */
  readonly text: string;
  readonly verdict: Verdict;
  /** Places of the texts over which that lies. */
  readonly places: ReadonlySet<number>;
}

/**
 * Reads texts that a model reads one after the other as one, so that nobody hides an order by spreading it over fields.
 * What lies within a single text was that text's own matter. Undefined when nothing goes over a border.
 */
export function inspectAcross(texts: readonly string[], look: (text: string) => Verdict): Across | undefined {
  if (texts.filter((text) => text.trim() !== "").length < 2) return undefined;
  const text = texts.join(between);
  const verdict = look(text);
  const spans = spansOf(texts);
  const places = verdict.findings.filter(isActedOn).flatMap((found) => {
    const under = spans.flatMap(({ start, end }, at) => (found.start < end && found.end > start ? [at] : []));
    return under.length < 2 ? [] : narrowed(under, (at) => look(at.map((each) => texts[each]).join(between)));
  });
  return places.length === 0 ? undefined : { text, verdict, places: new Set(places) };
}

const between = " ";

function isActedOn({ action }: Verdict["findings"][number]): boolean {
  return action !== "allow" && action !== "warn";
}

/** A sentence takes in what stands beside it; tried this often at each end, what is innocent stays. */
const mostTries = 16;

function narrowed(places: readonly number[], look: (places: readonly number[]) => Verdict): readonly number[] {
  let left = places;
  for (const shorter of [(at: readonly number[]) => at.slice(1), (at: readonly number[]) => at.slice(0, -1)]) {
    for (let tries = 0; tries < mostTries && left.length > 2; tries += 1) {
      const rest = shorter(left);
      if (!look(rest).findings.some(isActedOn)) break;
      left = rest;
    }
  }
  return left;
}

function spansOf(texts: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  let next = 0;
  return texts.map((text) => {
    const start = next;
    next += text.length + between.length;
    return { start, end: start + text.length };
  });
}
