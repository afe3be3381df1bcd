import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";

describe("Base64", () => {
  it("is what the platform writes, and comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it("has one spelling for each byte string", () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 12,
          unit: fc.constantFrom("A", "Q", "g", "w", "/", "+", "-", "_", "=", " ", "\n", "\u00e9", "\u0141"),
        }),
        (text) => {
          for (const [read, write] of [[fromBase64, toBase64] as const, [fromBase64Url, toBase64Url] as const]) {
            const bytes = attempt(() => read(text));
            if (bytes !== undefined) expect(write(bytes)).toBe(text);
          }
        },
      ),
    );
    for (const wrong of ["QQ", "QR==", "QQ=", "QQ===", "=", "Q Q=", "QQ==\n", "A"])
      expect(attempt(() => fromBase64(wrong))).toBeUndefined();
  });
});

function attempt(read: () => Uint8Array): Uint8Array | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
