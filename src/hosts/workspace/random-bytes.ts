const poolSize = 4096;

/** Random bytes, drawn from the platform in blocks: every recorded value takes 16 of them for its salt. Each byte is given out once. */
export function createRandomBytes(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let at = 0;
  return (length) => {
    if (length > poolSize) return crypto.getRandomValues(new Uint8Array(length));
    if (at + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(poolSize));
      at = 0;
    }
    at += length;
    return pool.slice(at - length, at);
  };
}
