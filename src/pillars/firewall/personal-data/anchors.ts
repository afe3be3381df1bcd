/** A part of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a text that lie near a digit, grown to white space and joined where they meet. Nearly all personal data holds
 * a digit, so most of an ordinary text is never looked at.
 */
export function nearDigits(text: string, before: number, after: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    const from = at - before;
    if (start === -1) start = from;
    else if (from > end) {
      stretches.push(grown(text, start, end));
      start = from;
    }
    end = at + 1 + after;
  }
  if (start !== -1 || end > 0) stretches.push(grown(text, start, end));
  return joined(stretches);
}

/** A word of more than 40 characters is cut. */
function grown(text: string, from: number, to: number): Stretch {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  for (let steps = 0; steps < 40 && start > 0 && !isSpace(text.charCodeAt(start - 1)); steps++) start -= 1;
  for (let steps = 0; steps < 40 && end < text.length && !isSpace(text.charCodeAt(end)); steps++) end += 1;
  return { start, end };
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches) {
    const last = whole.at(-1);
    if (last !== undefined && next.start <= last.end) whole[whole.length - 1] = { start: last.start, end: next.end };
    else whole.push(next);
  }
  return whole;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
