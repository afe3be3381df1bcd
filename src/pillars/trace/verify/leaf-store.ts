const hashLength = 32;
const room = 8192;

/** The leaf hashes of a log of any length: 32 bytes a step and nothing else. */
export interface LeafStore {
  readonly size: number;
  add(leaf: Uint8Array): void;
  at(index: number): Uint8Array;
}

export function createLeafStore(): LeafStore {
  const blocks: Uint8Array[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      if (size % room === 0) blocks.push(new Uint8Array(room * hashLength));
      blocks.at(-1)?.set(leaf, (size % room) * hashLength);
      size += 1;
    },
    at(index) {
      const from = (index % room) * hashLength;
      return blocks[Math.floor(index / room)]?.subarray(from, from + hashLength) ?? new Uint8Array();
    },
  };
}
