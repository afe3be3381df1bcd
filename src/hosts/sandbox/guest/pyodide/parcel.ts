import { takeImage, type PythonImage } from "./image.ts";
import { meterPyodide } from "./meter.ts";
import type { PublishedFiles } from "./published.ts";

/** What a wall for the full library needs, as one block of bytes: a frame takes one, and a compiled module cannot be posted into it. */
export interface PyodideParcel {
  /** CPython's module, from `meterPyodide`. */
  readonly engine: Uint8Array<ArrayBuffer>;
  /** The standard library's zip file. */
  readonly library: Uint8Array<ArrayBuffer>;
  readonly image: PythonImage;
}

/** Numbers at the head: two lengths, then the image's own. */
const headNumbers = 8;
const headBytes = 4 * headNumbers;

export function packParcel({ engine, library, image }: PyodideParcel): ArrayBuffer {
  const { hold, begin, answer, resume } = image.entry;
  const objects = [hold, begin, answer, resume].map(({ address }) => address);
  const packed = new Uint8Array(headBytes + engine.length + library.length + image.bytes.length);
  new Uint32Array(packed.buffer, 0, headNumbers).set([
    ...[engine.length, library.length],
    ...[image.pages, image.stackPointer, ...objects],
  ]);
  let at = headBytes;
  for (const part of [engine, library, image.bytes]) {
    packed.set(part, at);
    at += part.length;
  }
  return packed.buffer;
}

export function unpackParcel(packed: ArrayBuffer): PyodideParcel {
  const [engineBytes = 0, libraryBytes = 0, pages = 0, stackPointer = 0, ...objects] = new Uint32Array(
    packed,
    0,
    headNumbers,
  );
  const [hold = 0, begin = 0, answer = 0, resume = 0] = objects;
  const libraryAt = headBytes + engineBytes;
  const at = (address: number) => ({ address });
  return {
    engine: new Uint8Array(packed, headBytes, engineBytes),
    library: new Uint8Array(packed, libraryAt, libraryBytes),
    image: {
      bytes: new Uint8Array(packed, libraryAt + libraryBytes),
      ...{ pages, stackPointer },
      entry: { hold: at(hold), begin: at(begin), answer: at(answer), resume: at(resume) },
    },
  };
}

/** The published files as a wall takes them: metered, and started once. */
export async function makeParcel(files: PublishedFiles): Promise<PyodideParcel> {
  const engine = meterPyodide(files.engine);
  return { engine, library: files.library, image: await takeImage(await WebAssembly.compile(engine), files.library) };
}
