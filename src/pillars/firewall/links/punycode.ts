/** Parameters of RFC 3492. */
const base = 36;
const least = 1;
const most = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstPoint = 128;

/** A host as people read it: labels in the ASCII form of an international name are decoded; others stay. */
export function readableHost(host: string): string {
  if (!host.includes("xn--")) return host;
  return host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? (decode(label.slice(4)) ?? label) : label))
    .join(".");
}

/** The label that Punycode stands for; undefined where it stands for none. Labels have at most 63 characters. */
function decode(code: string): string | undefined {
  const border = code.lastIndexOf("-");
  const points = [...code.slice(0, Math.max(0, border))].map((character) => character.codePointAt(0) ?? 0);
  let point = firstPoint;
  let bias = firstBias;
  let position = 0;
  let at = border + 1;
  while (at < code.length) {
    const before = position;
    let weight = 1;
    for (let place = base; ; place += base) {
      const digit = digitOf(code.charCodeAt(at++));
      if (digit === undefined) return undefined;
      position += digit * weight;
      const threshold = Math.min(most, Math.max(least, place - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return undefined;
    }
    const count = points.length + 1;
    bias = adapt(position - before, count, before === 0);
    point += Math.floor(position / count);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    position %= count;
    points.splice(position, 0, point);
    position += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : undefined;
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / damp) : delta >> 1;
  left += Math.floor(left / count);
  let bias = 0;
  for (; left > ((base - least) * most) >> 1; bias += base) left = Math.floor(left / (base - least));
  return bias + Math.floor(((base - least + 1) * left) / (left + skew));
}
