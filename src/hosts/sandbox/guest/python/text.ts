/**
 * Text that the interpreter wrote. It keeps surrogates one by one, which JSON with escapes brings in; pairs become the character
 * that they stand for, and all else that is no UTF-8 becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const first = bytes.indexOf(surrogateLead);
  return new TextDecoder().decode(first < 0 ? bytes : pairUp(bytes));
}

/** Surrogates, and characters up to U+FFFF near them, begin with this byte. */
const surrogateLead = 0xed;

function pairUp(bytes: Uint8Array): Uint8Array {
  const paired = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const high = surrogateAt(bytes, at, 0xa0);
    const low = surrogateAt(bytes, at + 3, 0xb0);
    if (high === undefined || low === undefined) paired[length++] = bytes[at] ?? 0;
    else {
      const character = String.fromCodePoint(0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff));
      paired.set(new TextEncoder().encode(character), length);
      length += 4;
      at += 5;
    }
  }
  return paired.subarray(0, length);
}

/** The code unit at `at` if its second byte says that it is a surrogate of the half that begins with `from`. */
function surrogateAt(bytes: Uint8Array, at: number, from: number): number | undefined {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (lead !== surrogateLead || second < from || second >= from + 0x10) return undefined;
  return 0xd000 + ((second & 0x3f) << 6) + (third & 0x3f);
}
