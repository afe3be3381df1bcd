const ascii = /^[\0-\x7f]*$/u;
const accented = /[\u00c0-\u024f\u0370-\u052f\u0268\u0289\u1e00-\u1fff’]/gu;
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
  return text.replaceAll("İ", "I").toLowerCase().replace(accented, baseOf);
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
