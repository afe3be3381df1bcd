import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalize, parseCanonical } from "./canonical.ts";
import { fromUtf8 } from "./bytes.ts";

const vectors = join(process.env["GATEHOUSE_DATA"] ?? "/nowhere", "vectors");
const have = existsSync(vectors);

describe("the canonical form", () => {
  it("sorts members by UTF-16 code units and writes numbers as RFC 8785 asks", () => {
    const value = {
      "\u20ac": 1,
      "\r": 2,
      "1": 3,
      "\ud83d\ude02": 4,
      "\ufb33": 5,
      "\u00f6": [1e30, 4.5, 2e-3, 1e-27, -0],
    };
    expect(canonicalize(value)).toBe(
      '{"\\r":2,"1":3,"\u00f6":[1e+30,4.5,0.002,1e-27,0],"\u20ac":1,"\ud83d\ude02":4,"\ufb33":5}',
    );
  });

  it.each([
    ["undefined", { a: undefined }],
    ["a hole", [1, , 2]], // oxlint-disable-line no-sparse-arrays
    ["NaN", Number.NaN],
    ["an infinite number", [Number.POSITIVE_INFINITY]],
    ["an integer without exact digits", 2 ** 53],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a name", { "\udc00": 1 }],
    ["a date", new Date(0)],
    ["a map", new Map([["a", 1]])],
    ["a bigint", 1n],
    ["a function", () => 1],
    ["a symbol member", { [Symbol("s")]: 1 }],
    ["a class instance", new (class {})()],
  ])("refuses %s", (_, value) => {
    expect(() => canonicalize(value)).toThrow(expect.objectContaining({ code: "not-canonical" }));
  });

  it("refuses a cycle instead of running out of stack", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => canonicalize(cycle)).toThrow(expect.objectContaining({ code: "not-canonical" }));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a": 1}',
    "1.0",
    "01",
    "-0",
    '"\\u0041"',
    "\ufeff1",
    "1\n",
    '{"b":1,"a":2}',
    "[".repeat(1000),
  ])("refuses to parse %j", (text) => {
    expect(() => parseCanonical(text)).toThrow(expect.objectContaining({ code: "not-canonical" }));
  });

  it("comes back from every JSON value, a member called __proto__ included", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        fc.pre(!/\d{16}/.test(JSON.stringify(value)) && JSON.stringify(value).isWellFormed());
        fc.pre(!JSON.stringify(value).includes("\\ud"));
        const text = canonicalize(value);
        expect(canonicalize(parseCanonical(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalize(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });
});

describe.runIf(have)("the published test vectors", () => {
  it("writes every RFC 8785 example byte for byte", () => {
    const names = readdirSync(join(vectors, "jcs/testdata/input"));
    expect(names.length).toBe(6);
    for (const name of names) {
      const input: unknown = JSON.parse(readFileSync(join(vectors, "jcs/testdata/input", name), "utf8"));
      expect(canonicalize(input)).toBe(readFileSync(join(vectors, "jcs/testdata/output", name), "utf8"));
    }
  });

  it("refuses all 188 broken texts of JSONTestSuite", () => {
    const folder = join(vectors, "jsontestsuite/test_parsing");
    const broken = readdirSync(folder).filter((name) => name.startsWith("n_"));
    expect(broken.length).toBe(188);
    for (const name of broken) expect(() => parseCanonical(fromUtf8(readFileSync(join(folder, name))))).toThrow();
  });

  it("brings every correct text of JSONTestSuite to one form", () => {
    const folder = join(vectors, "jsontestsuite/test_parsing");
    for (const name of readdirSync(folder).filter((each) => each.startsWith("y_"))) {
      const text = canonicalize(JSON.parse(readFileSync(join(folder, name), "utf8")));
      expect(canonicalize(parseCanonical(text))).toBe(text);
    }
  });
});
