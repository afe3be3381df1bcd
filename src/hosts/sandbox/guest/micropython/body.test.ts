import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyOf, headerLines, lastLine } from "./body.ts";

function linesOf(body: string): string[] {
  return body.split("\n").slice(headerLines, -2);
}

function globalsOf(body: string): string[] {
  return (body.split("\n")[1] ?? "").replace("\tglobal ", "").split(",").slice(1);
}

test.each([
  ["x * 2", "\t__last__=x * 2"],
  ["a; b ;", "\ta; __last__=b ;"],
  ["(\n1)", "\t__last__=(\n1)"],
  ["await f()", "\t__last__=await f()"],
  ["lambda: 1", "\t__last__=lambda: 1"],
  ["not x # why", "\t__last__=not x # why"],
  ["f(a=1, b={2: 3})", "\t__last__=f(a=1, b={2: 3})"],
  ["a == b", "\t__last__=a == b"],
  ['"""a\nb"""', '\t__last__="""a\nb"""'],
  ["f'{x!r:>{w}}'", "\t__last__=f'{x!r:>{w}}'"],
])("the last expression of %j is kept", (source, body) => {
  expect(linesOf(bodyOf(source)).join("\n")).toBe(body);
});

test.each([
  "x = 1",
  "x += 1",
  "x: int",
  "x[1] = 2",
  "del x",
  "if x: y",
  "for i in x: i",
  "def f(): return 1",
  "class A: 1",
  "async def f(): 1",
  "try:\n  1\nfinally:\n  2",
  "return x",
  "import a",
  "raise E",
  "pass",
  "# only a comment",
  "with a: b",
])("%j has no last expression", (source) => {
  expect(bodyOf(source)).not.toContain("__last__=");
});

test("lines within strings and brackets stay as they are, others move by one tab", () => {
  const source = "if a:\n  b = '''c\n d\n'''\n\n  # e\n  f(\n g)\nh = 1 + \\\n2\ni = 'j\\\nk'";
  const moved = "\tif a:\n\t  b = '''c\n d\n'''\n\t\n\t  # e\n\t  f(\n g)\n\th = 1 + \\\n2\n\ti = 'j\\\nk'";
  expect(linesOf(bodyOf(source)).join("\n")).toBe(moved);
});

test("what a file names is global, but for what functions and classes have inside", () => {
  const source =
    "import a.b as c\nd.e = f(g=1)\ndef h(i):\n  j = 1\n  return j\nclass K(L):\n  m = 1\nasync def n(): o\nfor p, q in r:\n  s = t";
  expect(globalsOf(bodyOf(source))).toEqual(["a", "c", "d", "f", "g", "h", "K", "n", "p", "q", "r", "s", "t"]);
});

test("all that a module has is brought by a call, line for line", () => {
  const source = "from math import *\nif a:\n  from x.y import * # why\nfrom (a) import *\nfrom b import c";
  const moved =
    '\t__all__("math")#from math import *\n\tif a:\n\t  __all__("x.y")#from x.y import * # why\n\tfrom (a) import *\n\tfrom b import c';
  expect(linesOf(bodyOf(source)).join("\n")).toBe(moved);
});

test("the last line is the last with anything on it", () => {
  expect([lastLine(bodyOf("")), lastLine(bodyOf("a\nb\n\n")), lastLine(bodyOf("a\r\nb\rc"))]).toEqual([0, 2, 3]);
});

test("no source, however broken, loses or changes a character", () => {
  const pieces = fc.constantFrom(
    ..."'\"\\\n\r\t ()[]{}:;=#abf0.\u00e4".split(""),
    '"""',
    "'''",
    "def ",
    "return ",
    "\\\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (drawn) => {
      const source = drawn.join("");
      const bare = linesOf(bodyOf(source))
        .join("\n")
        .replaceAll(/\t|__last__=/g, "");
      expect(bare).toBe(source.replaceAll(/\r\n?/g, "\n").replaceAll("\t", ""));
    }),
  );
});

test("a long line takes no longer than its length asks for", () => {
  const source = `x = [${"1, ".repeat(80_000)}]`;
  expect(bodyOf(source)).toContain(source);
});
