/** UTF-8 as text; undefined where the bytes are none, found out without the cost of an exception. */
export function fromUtf8(bytes: ArrayLike<number>): string | undefined {
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const length = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || at + length >= bytes.length) return undefined;
    let point = first & (0x3f >> length);
    for (let more = 1; more <= length; more++) {
      const next = bytes[at + more] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    const isShortest = point >= (length === 1 ? 0x80 : length === 2 ? 0x800 : 0x10000);
    if (!isShortest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}
