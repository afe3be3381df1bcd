import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("lines end at a line feed alone, however the bytes arrive", async () => {
  const line = fc.string({ unit: "grapheme" }).map((text) => `${text}\u2028`.replaceAll(/[\r\n]/gu, " "));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (lines, size, isWindows) => {
      const text = lines.map((each) => each + (isWindows ? "\r\n" : "\n")).join("");
      const read = await Array.fromAsync(linesOf(inPieces(new TextEncoder().encode(text), size)));
      expect(read).toEqual(lines);
    }),
  );
  expect(await Array.fromAsync(linesOf(inPieces(new TextEncoder().encode("a\nb"), 1)))).toEqual(["a", "b"]);
});
