import type { QuotedPart } from "#ui/kit";

/** Characters around a finding, and of the finding itself, that an excerpt shows. */
const around = 40;
const longest = 120;

/** The found stretch with a little of what stands around it, on one line of thought. */
export function excerptOf(
  text: string,
  { start, end }: { start: number; end: number },
  what: "stopped" | "changed",
): readonly QuotedPart[] {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = (from > 0 ? "…" : "") + wholeWords(text.slice(from, start), from > 0);
  const found = end - start > longest ? `${text.slice(start, start + longest)}…` : text.slice(start, end);
  const after = text.slice(end, to) + (to < text.length ? "…" : "");
  return [
    oneLine(before),
    what === "stopped" ? { stopped: oneLine(found) } : { changed: oneLine(found) },
    oneLine(after),
  ];
}

/** Without the half word at which a cut begins. */
function wholeWords(text: string, isCut: boolean): string {
  return isCut ? text.replace(/^\S{0,20}\s/u, "") : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
