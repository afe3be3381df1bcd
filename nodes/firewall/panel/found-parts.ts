import { actions, type Finding } from "#pillars/firewall";
import type { MarkedPart } from "#ui/kit";
import { guardIcon, tones } from "./look.ts";

/** Marks shown at most; a text that is nothing but findings would otherwise fill the page with them. */
const mostMarks = 300;

/** The text with every finding marked. Findings that overlap are one mark, which says what each of them says. */
export function foundParts(
  text: string,
  findings: readonly Finding[],
  noteOf: (finding: Finding) => string,
): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let done = 0;
  for (const group of overlapping(findings).slice(0, mostMarks)) {
    const start = Math.max(done, Math.min(...group.map((each) => each.start)));
    const end = Math.max(...group.map((each) => each.end));
    const [strictest] = group.toSorted((a, b) => actions.indexOf(b.action) - actions.indexOf(a.action));
    if (strictest === undefined || end <= start) continue;
    if (start > done) parts.push(text.slice(done, start));
    parts.push({
      text: text.slice(start, end),
      tone: tones[strictest.action],
      icon: guardIcon(strictest.guard),
      note: [...new Set(group.map(noteOf))].join(" "),
    });
    done = end;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

function overlapping(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: Finding[][] = [];
  let end = -1;
  for (const finding of findings.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const group = groups.at(-1);
    if (group === undefined || finding.start >= end) groups.push([finding]);
    else group.push(finding);
    end = Math.max(end, finding.end);
  }
  return groups;
}

/** Each reason once, at its surest: two ways of finding the same thing are one answer to a person. */
export function reasonsOf(findings: readonly Finding[]): readonly Finding[] {
  const byReason = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.guard} ${finding.reason}`;
    const before = byReason.get(key);
    if (before === undefined || finding.score > before.score) byReason.set(key, finding);
  }
  return [...byReason.values()].toSorted(
    (a, b) => actions.indexOf(b.action) - actions.indexOf(a.action) || b.score - a.score,
  );
}
