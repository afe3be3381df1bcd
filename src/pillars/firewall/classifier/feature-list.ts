/** Larger columns are not kept. */
const mostKept = 300_000;
/** Making columns takes longer than filling them, so one set serves text after text. */
let columns = { buckets: new Uint32Array(0), starts: new Uint32Array(0), ends: new Uint32Array(0) };

/** Three columns that grow together. They hold one text: reading the next one takes them over. */
export class FeatureList {
  count = 0;
  buckets = columns.buckets;
  starts = columns.starts;
  ends = columns.ends;

  constructor(expected: number) {
    this.reserve(expected);
  }

  /** Room for so many more. */
  reserve(more: number): void {
    if (this.count + more > this.buckets.length) this.#grow(Math.max(this.count + more, this.count * 2));
  }

  add(bucket: number, start: number, end: number): void {
    this.reserve(1);
    const at = this.count;
    this.buckets[at] = bucket;
    this.starts[at] = start;
    this.ends[at] = end;
    this.count = at + 1;
  }

  #grow(size: number): void {
    this.buckets = grown(this.buckets, size);
    this.starts = grown(this.starts, size);
    this.ends = grown(this.ends, size);
    if (size <= mostKept) columns = { buckets: this.buckets, starts: this.starts, ends: this.ends };
  }
}

function grown(column: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(column);
  return larger;
}
