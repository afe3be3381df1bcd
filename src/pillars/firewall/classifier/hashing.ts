export const offsetBasis = 0x811c9dc5 | 0;
export const prime = 0x01000193;

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). Never 0, which stands for "no word". */
export function hash(text: string, seed: number, from = 0, to = text.length): number {
  let value = offsetBasis ^ seed;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), prime);
  return value === 0 ? 1 : value;
}

/** The finaliser of MurmurHash3: spreads what differs in few bits over all of them. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
