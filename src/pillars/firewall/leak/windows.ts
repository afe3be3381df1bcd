/** A hash of every stretch of one length, each computed from the one before (Rabin and Karp). */
const factor = 16_777_619;

/** Calls with the hash of each stretch of `length` units and where it begins. Equal stretches have equal hashes. */
export function eachWindow(text: string, length: number, visit: (hash: number, at: number) => void): void {
  if (text.length < length) return;
  let leading = 1;
  for (let power = 1; power < length; power++) leading = Math.imul(leading, factor);
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, factor) + text.charCodeAt(at)) | 0;
  visit(hash, 0);
  for (let at = 1; at + length <= text.length; at++) {
    hash = (hash - Math.imul(text.charCodeAt(at - 1), leading)) | 0;
    hash = (Math.imul(hash, factor) + text.charCodeAt(at + length - 1)) | 0;
    visit(hash, at);
  }
}

/** Hashes of stretches. A small table of bits answers most questions before the set is asked. */
export class Windows<T> {
  readonly #bits = new Uint8Array(8192);
  readonly #held = new Map<number, T>();

  get(hash: number): T | undefined {
    return ((this.#bits[(hash >>> 3) & 8191] ?? 0) & (1 << (hash & 7))) === 0 ? undefined : this.#held.get(hash);
  }

  set(hash: number, value: T): void {
    const place = (hash >>> 3) & 8191;
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (hash & 7));
    this.#held.set(hash, value);
  }

  get size(): number {
    return this.#held.size;
  }
}
