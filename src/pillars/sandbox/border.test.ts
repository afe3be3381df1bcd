import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonValue } from "#engine";
import { cutText, isLonger, maximumDepth, readBorder, writeBorder } from "./border.ts";

const cap = 2 ** 20;

/** JSON values with the keys that pollute prototypes mixed in at every level. */
const hostileValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.constantFrom("__proto__", "constructor", "prototype", "a", "then", "toString"), tie("value")),
        { maxLength: 4 },
      )
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${asText(value)}`).join(",")}}`)
      .map((text) => new Raw(text)),
  ),
}));

/** JSON text that must not be written again: writing it as an object would already lose `__proto__`. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function asText(value: unknown): string {
  if (value instanceof Raw) return value.text;
  return Array.isArray(value) ? `[${value.map(asText).join(",")}]` : JSON.stringify(value);
}

describe("what crosses the border", () => {
  test("never carries __proto__ or constructor.prototype, at any depth", () => {
    fc.assert(
      fc.property(hostileValue.value, (value) => {
        const reading = readBorder(asText(value), cap);
        if (!reading.ok) return reading.fault !== "not-json";
        return !pollutes(reading.value);
      }),
    );
  });

  test("changes no ordinary value", () => {
    const plain = fc.jsonValue({ noUnicodeString: false }).filter((value) => !pollutes(value));
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value);
        const reading = readBorder(text, cap);
        if (reading.ok) expect(JSON.stringify(reading.value)).toBe(text);
        else expect(reading.fault).toBe("too-deep");
      }),
    );
  });

  test("is the same after crossing twice", () => {
    fc.assert(
      fc.property(hostileValue.value, (value) => {
        const once = readBorder(asText(value), cap);
        if (!once.ok) return;
        const written = writeBorder(once.value, cap);
        expect(written).toEqual({ ok: true, text: JSON.stringify(once.value) });
      }),
    );
  });

  test("survives any text without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof readBorder(text, cap).ok === "boolean"));
  });

  test.each([
    ["1e400", "null"],
    ['"\\ud800"', '"\ufffd"'],
    ['{"a":{"__proto__":{"x":1},"b":2}}', '{"a":{"b":2}}'],
    ['{"constructor":{"prototype":{"x":1},"name":"n"}}', '{"constructor":{"name":"n"}}'],
    ['{"constructor":"a word"}', '{"constructor":"a word"}'],
  ])("%s arrives as %s", (text, expected) => {
    const reading = readBorder(text, cap);
    expect(reading.ok && JSON.stringify(reading.value)).toBe(expected);
  });

  test.each([
    ["too long", '"abc"', 4, "too-large"],
    ["too long in bytes, not in units", '"äöü"', 7, "too-large"],
    ["too deep", "[".repeat(maximumDepth + 1) + "]".repeat(maximumDepth + 1), cap, "too-deep"],
    ["endlessly deep", "[".repeat(500_000) + "]".repeat(500_000), 2 * cap, "too-deep"],
    ["endlessly deep with a key that tells", `{"__proto__":${"[".repeat(500_000)}`, cap, "too-deep"],
    ["endlessly deep and never closed", "[".repeat(500_000), cap, "too-deep"],
    ["no JSON", "undefined", cap, "not-json"],
    ["the value of __proto__ alone", '{"__proto__":', cap, "not-json"],
  ])("%s is refused", (_title, text, maximum, fault) => {
    expect(readBorder(text, maximum)).toEqual({ ok: false, fault });
  });

  test("brackets inside text are no depth", () => {
    const text = JSON.stringify(`"${"[".repeat(5_000)}\\`);
    expect(readBorder(text, cap).ok).toBe(true);
  });

  test("a value that writes itself deeper than it looks is refused", () => {
    const deep = JSON.parse("[".repeat(600) + "]".repeat(600));
    const own = { toJSON: () => deep };
    class Inherits {
      toJSON = own.toJSON;
    }
    for (const value of [own, new Inherits(), Object.create(own), [{ inner: own }]])
      expect(writeBorder(value, cap)).toEqual({ ok: false, fault: "too-deep" });
  });

  test("is read from bytes as from text", () => {
    const written = (text: string) => new TextEncoder().encode(text).buffer;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readBorder(written(text), cap)).toEqual(readBorder(text, cap));
      }),
    );
    expect(readBorder(written('{"__proto__":1,"a":2}'), cap)).toEqual({ ok: true, value: { a: 2 } });
    expect(readBorder(written('"서울"'), 7)).toEqual({ ok: false, fault: "too-large" });
    expect(readBorder(written("\ufeff1"), cap)).toEqual({ ok: false, fault: "not-json" });
    expect(readBorder(new Uint8Array([0x22, 0xff, 0x22]).buffer, cap)).toEqual({ ok: true, value: "\ufffd" });
  });

  test.each([[1n], [undefined], [() => 1]])("%s cannot be written", (value) => {
    expect(Reflect.apply(writeBorder, undefined, [value, cap])).toEqual({ ok: false, fault: "not-json" });
  });
});

describe("length", () => {
  test("counts bytes as UTF-8 does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(60), (text, maximum) => {
        expect(isLonger(text, maximum)).toBe(new TextEncoder().encode(text).length > maximum);
      }),
    );
  });

  test("is counted exactly where a long text is counted in parts", () => {
    const unit = fc.constantFrom("a", "ö", "서", "🚪", "\ud800", "\udc00");
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), fc.integer({ min: -1, max: 1 }), (units, more) => {
        const text = units.join("").repeat(2_000);
        const bytes = new TextEncoder().encode(text).length;
        return isLonger(text, bytes + more) === more < 0;
      }),
    );
  });

  test("a cut text is well formed and within its cap", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 20 }), (text, maximum) => {
        const cut = cutText(text, maximum);
        return cut.length <= maximum && cut.isWellFormed();
      }),
    );
  });
});

function pollutes(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Object.hasOwn(value, "__proto__")) return true;
  const maker: unknown = Object.hasOwn(value, "constructor") ? Reflect.get(value, "constructor") : undefined;
  if (typeof maker === "object" && maker !== null && Object.hasOwn(maker, "prototype")) return true;
  return Object.values(value).some(pollutes);
}

describe("the short way reads as the long way does", () => {
  const reviver = (key: string, value: unknown): unknown => {
    if (key === "__proto__") return undefined;
    if (typeof value === "number" && !Number.isFinite(value)) return null;
    if (typeof value === "string") return value.toWellFormed();
    if (key === "constructor" && typeof value === "object" && value !== null)
      Reflect.deleteProperty(value, "prototype");
    return value;
  };

  test.each([
    '{"\\u005f_proto__":{"a":1}}',
    '{"const\\u0072uctor":{"prototype":1}}',
    '["\\ud800", "\\udc00\\ud800"]',
    "[1e400, -1E+309, 1e308, 1e-400]",
    `[${"9".repeat(400)}, ${"1".repeat(310)}]`,
    `[0.${"0".repeat(310)}1e999]`,
    `[${"9".repeat(250)}e99]`,
    '["__proto__", {"a": "constructor"}]',
    '["\ud800"]',
  ])("%s", (text) => {
    expect(readBorder(text, cap)).toEqual({ ok: true, value: JSON.parse(text, reviver) });
  });

  test("what is written is what is read", () => {
    fc.assert(
      fc.property(
        fc.jsonValue().map((value) => jsonValue.parse(value)),
        (value) => {
          const written = writeBorder(value, cap);
          if (!written.ok) return written.fault === "too-deep";
          const reading = readBorder(written.text, cap);
          return reading.ok && JSON.stringify(reading.value) === written.text;
        },
      ),
    );
  });
});
