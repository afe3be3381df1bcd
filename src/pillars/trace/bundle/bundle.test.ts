import { crc32 as platformCrc } from "node:zlib";
import { gzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nativeWork } from "#hosts/node";
import { concat, equalBytes, utf8 } from "../bytes.ts";
import { crc32 } from "./crc32.ts";
import { compress, compressParts, expand } from "./gzip.ts";
import { createLineParts, joinNotes, readLines, splitNotes, unpackLines, writeLines } from "./lines.ts";
import { readZip, writeZip } from "./zip.ts";

const code = (expected: string) => expect.objectContaining({ code: expected });
const names = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,10}(\/[a-z0-9][a-z0-9.]{0,5})?$/);

describe("the strict ZIP", () => {
  it("gives back what went in, in any order, with equal bytes", () => {
    fc.assert(
      fc.property(fc.dictionary(names, fc.uint8Array({ maxLength: 200 }), { maxKeys: 8 }), (record) => {
        const entries = Object.entries(record);
        const bytes = writeZip(new Map(entries));
        expect(writeZip(new Map(entries.toReversed()))).toEqual(bytes);
        expect(new Map(readZip(bytes))).toEqual(new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
      }),
    );
  });

  it("refuses every flipped bit, every cut and every added byte", () => {
    const bytes = writeZip(
      new Map([
        ["a.txt", utf8("one")],
        ["b/c.txt", utf8("two")],
      ]),
    );
    expect(readZip(bytes).size).toBe(2);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const members = tryRead(flipped);
        // Content is the manifest's business; a changed content still has to carry its own checksum.
        expect(members, `byte ${at} bit ${bit}`).toBeUndefined();
      }
      expect(tryRead(bytes.slice(0, at)), `cut at ${at}`).toBeUndefined();
      expect(tryRead(concat(bytes.slice(0, at), Uint8Array.of(0), bytes.slice(at))), `added at ${at}`).toBeUndefined();
    }
  });

  it.each(["../a", "/a", "a//b", "a/./b", "a\\b", ".hidden", "a/", "", "c:\\x", "a b", "n\u0000", "\u00e4"])(
    "writes and reads no member called %j",
    (name) => {
      expect(() => writeZip(new Map([[name, utf8("x")]]))).toThrow(code("bad-zip"));
      const forged = rename(writeZip(new Map([["x".repeat(utf8(name).length || 1), utf8("x")]])), name || "/");
      expect(() => readZip(forged)).toThrow();
    },
  );

  it("refuses two names that one file system would take for one", () => {
    expect(() =>
      readZip(
        writeZip(
          new Map([
            ["A", utf8("1")],
            ["a", utf8("2")],
          ]),
        ),
      ),
    ).toThrow(code("bad-zip"));
  });

  it("keeps a member called __proto__ out and objects unharmed", () => {
    expect(() => writeZip(new Map([["__proto__", utf8("x")]]))).toThrow(code("bad-zip"));
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});

describe("a gzip member", () => {
  it("has the same bytes for the same content and comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (content) => {
        expect(compress(content)).toEqual(compress(content));
        expect(expand(compress(content))).toEqual(content);
      }),
    );
  });

  it("stops a small file that hides a large one", () => {
    const bomb = compress(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(25_000);
    expect(() => expand(bomb, 1_000_000)).toThrow(code("too-large"));
    expect(expand(bomb, 20_000_000)).toHaveLength(20_000_000);
  });

  it("refuses another header, a wrong checksum or length, a second member and rubbish", () => {
    const good = compress(utf8("hello hello hello"));
    for (const at of [0, 1, 2, 3, 4, 8, 9, good.length - 8, good.length - 1]) {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(() => expand(bad), `byte ${at}`).toThrow();
    }
    expect(() => expand(concat(good, good))).toThrow();
    expect(() => expand(gzipSync(utf8("x"), { filename: "x", mtime: 0 }))).toThrow();
    expect(() => expand(utf8("not gzip at all, but long enough to look"))).toThrow();
  });

  it("checks with the checksum that everybody else uses", () => {
    expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (content, at) => {
        const [start, rest] = [content.subarray(0, at), content.subarray(at)];
        expect(crc32(content)).toBe(platformCrc(content));
        expect(crc32(rest, crc32(start))).toBe(platformCrc(content));
      }),
    );
  });

  it("is the same from whichever platform and in whatever parts it is compressed", async () => {
    const lines = Array.from({ length: 8000 }, (_, at) => `line ${at} \u00e4 ${"x".repeat(at % 500)}`);
    lines.splice(5000, 0, "\u20ac".repeat(1_200_000));
    const whole = writeLines(lines);
    const partsOf = (each: readonly string[]) => createLineParts()(each);
    const parts = Array.from(partsOf(lines), (part) => part.slice());
    expect(parts.length).toBeGreaterThan(3);
    expect(equalBytes(concat(...parts), whole)).toBe(true);
    const packed = await compressParts(partsOf(lines), nativeWork.gzip);
    expect(equalBytes(packed, await compressParts([whole], nativeWork.gzip))).toBe(true);
    for (const each of [packed, await compressParts(partsOf(lines), undefined)]) {
      expect(each.subarray(0, 10)).toEqual(compress(utf8("x")).subarray(0, 10));
      expect(equalBytes(expand(each), whole)).toBe(true);
    }
    expect(expand(await compressParts([], nativeWork.gzip))).toEqual(new Uint8Array());
  });

  it("is not taken from a platform that writes more into its header", async () => {
    const named = async () => gzipSync(utf8("x"), { filename: "x", mtime: 0 });
    await expect(compressParts([], named)).rejects.toThrow(code("bad-zip"));
    await expect(compressParts([], async () => Uint8Array.of(0x1f, 0x8b, 8, 0))).rejects.toThrow(code("bad-zip"));
  });
});

describe("lines and notes", () => {
  it("come back", () => {
    expect(readLines(writeLines(["a", "", "b"]))).toEqual(["a", "", "b"]);
    expect(unpackLines(compress(new Uint8Array()))).toEqual([]);
    expect(() => readLines(utf8("a"))).toThrow(code("bad-line"));
    expect(() => readLines(new Uint8Array(3_000_000).fill(10))).toThrow(code("too-large"));
    const notes = ["o\n1\nr\n\n\u2014 o x\n", "o\n2\nr\n\n\u2014 o x\n\u2014 w y\n"];
    expect(splitNotes(joinNotes(notes))).toEqual(notes);
    for (const bad of ["x", "\n", "a\n\nb", "a\n\n\n\nb\n"]) expect(() => splitNotes(bad)).toThrow(code("bad-note"));
  });
});

function tryRead(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  try {
    return readZip(bytes);
  } catch {
    return undefined;
  }
}

function rename(zip: Uint8Array, name: string): Uint8Array {
  const wanted = utf8(name);
  const out = zip.slice();
  const view = new DataView(out.buffer);
  const length = view.getUint16(26, true);
  const central = view.getUint32(out.length - 6, true);
  for (let at = 0; at < Math.min(length, wanted.length); at++) {
    out[30 + at] = wanted[at] ?? 0;
    out[central + 46 + at] = wanted[at] ?? 0;
  }
  return out;
}
