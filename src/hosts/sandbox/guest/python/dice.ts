/** 32-bit random numbers drawn from a seed: sfc32 (PractRand, public domain), as JavaScript's guest has it. */
export function createDice(seed: number): () => number {
  let [a, b, c, d] = [Math.floor(seed / 2 ** 32) | 0, seed | 0, 0x9e3779b9 | 0, 1];
  function draw(): number {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let turn = 0; turn < 12; turn++) draw();
  return draw;
}
