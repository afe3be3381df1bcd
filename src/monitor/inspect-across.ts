import type { Verdict } from "#pillars/firewall";

/** What the texts of one result say together and none of them alone. */
export interface Across {
  /** The texts as one, and the verdict on it. */
  readonly text: string;
  readonly verdict: Verdict;
  /** Places of the texts over which what was found lies; none where nothing goes over a border. */
  readonly places: ReadonlySet<number>;
}

/**
 * Reads texts that a model reads one after the other as one, so that nobody hides an order by spreading it over fields.
 * What lies within a single text was that text's own matter. Undefined for less than two texts.
 */
export async function inspectAcross(
  texts: readonly string[],
  look: (text: string) => Promise<Verdict>,
): Promise<Across | undefined> {
  if (texts.filter((text) => text.trim() !== "").length < 2) return undefined;
  const text = texts.join(between);
  const verdict = await look(text);
  const spans = spansOf(texts);
  const places = new Set<number>();
  for (const found of verdict.findings.filter(isActedOn)) {
    const under = spans.flatMap(({ start, end }, at) => (found.start < end && found.end > start ? [at] : []));
    if (under.length < 2) continue;
    const lookAt = (at: readonly number[]) => look(at.map((each) => texts[each]).join(between));
    for (const place of await narrowed(under, lookAt)) places.add(place);
  }
  return { text, verdict, places };
}

const between = " ";

function isActedOn({ action }: Verdict["findings"][number]): boolean {
  return action !== "allow" && action !== "warn";
}

/** A sentence takes in what stands beside it; tried this often at each end, what is innocent stays. */
const mostTries = 16;

async function narrowed(
  places: readonly number[],
  look: (places: readonly number[]) => Promise<Verdict>,
): Promise<readonly number[]> {
  let left = places;
  for (const shorter of [(at: readonly number[]) => at.slice(1), (at: readonly number[]) => at.slice(0, -1)]) {
    for (let tries = 0; tries < mostTries && left.length > 2; tries += 1) {
      const rest = shorter(left);
      if (!(await look(rest)).findings.some(isActedOn)) break;
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
