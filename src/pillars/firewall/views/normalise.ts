import { createDraft, replacePieces } from "./assemble.ts";
import { formOf, trait, traitsOf } from "./characters.ts";
import { foldPieces } from "./fold-words.ts";
import { identityView } from "./view.ts";
import type { View } from "./view.ts";

const printableAscii = /^[\t\n\r\x20-\x7e]*$/u;
/** Marks on one letter beyond these are ornament. Composing takes quadratic time in them. */
const mostMarks = 16;
const strayMarks = /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** NFKC, without invisible characters, with look-alike letters inside Latin words read as Latin. */
export function normalise(text: string, original = identityView(text)): View {
  if (printableAscii.test(text)) return original;
  const composed = settle(original);
  const folded = foldPieces(composed.text);
  return folded.length === 0 ? composed : replacePieces(composed, "plain", folded);
}

/** The same for a stretch that was decoded, where offsets do not matter. */
export function normalised(text: string): string {
  return printableAscii.test(text) ? text : normalise(text).text;
}

/** Every character that reads as something else is replaced, with the marks that follow it. */
function settle(original: View): View {
  const { text } = original;
  const draft = createDraft(text);
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x7f && text.charCodeAt(at + 1) < 0x300) {
      at += 1;
      continue;
    }
    const end = endOfCluster(text, at);
    const shown = readCluster(text, at, end);
    if (shown !== undefined) {
      draft.keep(kept, at);
      draft.put(at, end, shown, "mild");
      kept = end;
    }
    at = end;
  }
  if (kept === 0) return original;
  draft.keep(kept, text.length);
  return draft.finish(original, "plain", false);
}

function endOfCluster(text: string, start: number): number {
  let at = start;
  let mask: number = trait.invisible;
  // A run of invisible characters is one cluster; another character takes what joins it.
  if ((traitsOf(text.codePointAt(at) ?? 0) & mask) === 0) {
    at += lengthAt(text, at);
    mask = trait.joins;
  }
  while (at < text.length && text.charCodeAt(at) > 0xa0 && (traitsOf(text.codePointAt(at) ?? 0) & mask) !== 0)
    at += lengthAt(text, at);
  return Math.max(at, start + 1);
}

/** Undefined where a cluster reads as it stands. */
function readCluster(text: string, start: number, end: number): string | undefined {
  const first = text.codePointAt(start) ?? 0;
  const traits = traitsOf(first);
  if ((traits & trait.invisible) !== 0) return "";
  const after = start + lengthAt(text, start);
  if (after === end) return (traits & trait.changes) === 0 ? undefined : formOf(first);
  const marks = Array.from(text.slice(after, Math.min(end, after + mostMarks * 2))).slice(0, mostMarks);
  const visible = marks.filter((mark) => (traitsOf(mark.codePointAt(0) ?? 0) & trait.invisible) === 0);
  const shown = (formOf(first) + visible.join("")).normalize("NFKC").replace(strayMarks, "");
  return shown === text.slice(start, end) ? undefined : shown;
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
