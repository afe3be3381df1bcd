import jsQR from "jsqr";
import { expect, test } from "vitest";
import { qrPath, type QrPath } from "./qr-path.ts";

const scale = 4;

/** The pixels that a camera would see of the path. */
function drawn({ size, path }: QrPath): Uint8ClampedArray {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = "", y = "", width = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return pixels;
}

function read(code: QrPath): string | undefined {
  const side = code.size * scale;
  const found = jsQR(drawn(code), side, side);
  return found === null ? undefined : new TextDecoder().decode(Uint8Array.from(found.binaryData));
}

const root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
const ledger = `gatehouse-af10dc6e8ce171369293\n20852163\n${root}\n\n\u2014 gatehouse-af10dc6e8ce171369293 ${"A".repeat(92)}\n`;

test.each([
  ["a receipt of the ledger", ledger],
  ["one letter", "x"],
  ["a long receipt", ledger.replace("gatehouse", "g".repeat(400))],
])("a reader of other people gets %s back from the code, byte by byte", (_, text) => {
  expect(read(qrPath(text))).toBe(text);
});

test("what does not fit into a code is refused", () => {
  expect(() => qrPath("x".repeat(3_000))).toThrow();
});
