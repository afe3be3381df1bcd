/** Shannon entropy in bits a character; those beyond ASCII are told apart by their last bits. */
export function entropy(text: string): number {
  const counts = new Uint32Array(0x100);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const bucket = unit < 0x80 ? unit : 0x80 | (unit & 0x7f);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
