const ascii = /^[\0-\x7f]*$/u;
const accented = /[\u00c0-\u024f\u0370-\u052f\u0268\u0289\u1e00-\u1fff’]/u;
/** Letters with a stroke, which Unicode does not take apart, beside what is found on the way. */
const bases = new Map(
  ["’'", "ıi", "øo", "đd", "łl", "ħh", "ŧt", "ɨi", "ʉu"].map((pair) => [pair[0] ?? "", pair[1] ?? ""]),
);

/**
 * Lower case without accents, unit for unit as long as the text, so that offsets stay. İ is the one letter whose lower case
 * would grow.
 */
export function foldCase(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const lower = text.replaceAll("İ", "I").toLowerCase();
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    if (unit < 0xc0 || unit >= mostUnits) continue;
    const base = baseUnits[unit] || tell(unit);
    if (base === unit) continue;
    parts.push(lower.slice(kept, at), String.fromCharCode(base));
    kept = at + 1;
  }
  if (kept === 0) return lower;
  parts.push(lower.slice(kept));
  return parts.join("");
}

/** The unit that stands for a unit once case and accents are dropped; told when it is met first. */
const mostUnits = 0x2020;
const baseUnits = new Uint16Array(mostUnits);

function tell(unit: number): number {
  const letter = String.fromCharCode(unit);
  const base = accented.test(letter) ? baseOf(letter).charCodeAt(0) : unit;
  baseUnits[unit] = base;
  return base;
}

function baseOf(letter: string): string {
  let base = bases.get(letter);
  if (base === undefined) {
    base = letter.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
    if (base.length !== letter.length) base = letter;
    bases.set(letter, base);
  }
  return base;
}
