const width = 8;
const entries = 256;

/** The usual table, and behind it what each byte comes to once 1, 2, ... 7 zero bytes have followed: eight bytes are then one step. */
const tables = new Int32Array(width * entries);
for (let index = 0; index < entries; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  tables[index] = value;
}
for (let index = entries; index < tables.length; index++) {
  const before = entry(0, index - entries);
  tables[index] = (before >>> 8) ^ entry(0, before & 0xff);
}

function entry(zeros: number, byte: number): number {
  return tables[zeros * entries + byte] ?? 0;
}

/**
 * The checksum of ZIP and gzip. Finds accidents, not attackers. `before` is that of what came before, to go on from.
 * It runs over every byte that is packed or checked, hence eight at a time.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % width);
  let crc = before ^ -1;
  for (let at = 0; at < whole; at += width) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      entry(7, low & 0xff) ^
      entry(6, (low >>> 8) & 0xff) ^
      entry(5, (low >>> 16) & 0xff) ^
      entry(4, low >>> 24) ^
      entry(3, high & 0xff) ^
      entry(2, (high >>> 8) & 0xff) ^
      entry(1, (high >>> 16) & 0xff) ^
      entry(0, high >>> 24);
  }
  for (let at = whole; at < bytes.length; at++) crc = entry(0, (crc ^ view.getUint8(at)) & 0xff) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
