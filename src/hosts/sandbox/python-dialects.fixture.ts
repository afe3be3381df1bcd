import { expect } from "vitest";
import type { PythonLibrary } from "#engine";

/** Where the two Pythons differ: in their own words, in what they need, and in what there is to import. */
export interface PythonDialect {
  readonly library: PythonLibrary;
  /** Memory that is soon full. */
  readonly leastBytes: number;
  /** Code, and the sentence with which it fails. */
  readonly errors: readonly (readonly [string, string])[];
  /** Ways to fill the memory, and to run into the end of the stack. */
  readonly growing: readonly (readonly [string, string])[];
  readonly nesting: readonly (readonly [string, string])[];
  /** Code that waits for what never comes. */
  readonly never: string;
  /** Code that asks for whatever differs between two runs elsewhere, and what it finds. */
  readonly again: { readonly source: string; readonly value: readonly unknown[] };
  /** Modules that are not there, and some that are. */
  readonly hidden: string;
  readonly computing: string;
}

const mebibyte = 2 ** 20;

const bothGrow: PythonDialect["growing"] = [
  ["bytes", "a = []\nwhile True: a.append(bytearray(1 << 20))"],
  ["objects", "a = []\nwhile True: a.append({})"],
  ["one large piece", "bytearray(10 ** 9)"],
];

const bothNest: PythonDialect["nesting"] = [
  ["a nested tuple", "x = ()\nfor i in range(100000): x = (x,)\nhash(x)"],
  ["a nested list", "x = []\nfor i in range(100000): x = [x]\nreturn x"],
];

const bothErrors: PythonDialect["errors"] = [
  [`def f():\n  raise TypeError("bad")\n\nf()`, "TypeError: bad (line 2)"],
  [`a = 1\nb = = 2\n`, "SyntaxError: invalid syntax (line 2)"],
  [`raise ValueError`, "ValueError (line 1)"],
  [`import sys\nsys.exit(3)`, "SystemExit: 3 (line 2)"],
  [`class E(Exception):\n  def __str__(self): raise KeyboardInterrupt\nraise E("x")`, "E (line 3)"],
  [`open("/etc/passwd")`, "OSError: This code has no files. (line 1)"],
  [`return host.call("echo")`, "TypeError: The value is not there yet: it needs await."],
  [`return {1, 2}`, "The value that the code returned cannot be written as JSON."],
];

export const smallPython: PythonDialect = {
  library: "small",
  leastBytes: 32 * mebibyte,
  errors: [
    ...bothErrors,
    [`\n\nx = y`, "NameError: name 'y' isn't defined (line 3)"],
    [`a = (1,\n`, "SyntaxError: invalid syntax (line 1)"],
    [`if True:\nx = 1`, "SyntaxError: invalid syntax (line 2)"],
    [`import json\njson.loads("[")`, "ValueError: syntax error in JSON (line 2)"],
    [`def f(): return f()\nf()`, "RuntimeError: maximum recursion depth exceeded (line 1)"],
  ],
  growing: [
    ...bothGrow,
    ["text", `a = ""\nwhile True: a += "xyz" * 1000`],
    ["numbers", "x = 0.5\nwhile True: x = x * 1.01 + 0.1"],
  ],
  nesting: [...bothNest, ["a nested pattern", `import re\nre.match("(a|b|c)*x", "abc" * 100000)`]],
  never: `class Never:\n  def __iter__(self):\n    yield\nawait Never()`,
  again: {
    source: `
import time, random, datetime
print({"b": 1, "a": 2, "c": 3}, {"x", "y", "z"})
return [time.time(), time.ticks_ms(), datetime.datetime.now().isoformat(), random.random(), random.randint(1, 10 ** 9), hash("abc"), id(object())]`,
    value: [1767323045, 0, "2026-01-02T03:04:05", ...Array(4).fill(expect.any(Number))],
  },
  hidden: "js jsffi os vfs asyncio uctypes select tarfile unittest pathlib machine platform __main__",
  computing:
    "base64 collections copy datetime functools hashlib heapq itertools json math operator random re string struct",
};

export const fullPython: PythonDialect = {
  library: "full",
  leastBytes: 48 * mebibyte,
  errors: [
    ...bothErrors,
    [`\n\nx = y`, "NameError: name 'y' is not defined (line 3)"],
    [`a = (1,\n`, "SyntaxError: '(' was never closed (line 1)"],
    [`if True:\nx = 1`, "IndentationError: expected an indented block after 'if' statement on line 1 (line 2)"],
    [`import json\njson.loads("[")`, "JSONDecodeError: Expecting value: line 1 column 2 (char 1) (line 2)"],
    [`def f(): return f()\nf()`, "RecursionError: maximum recursion depth exceeded (line 1)"],
    [`import os\nos.listdir("/")`, "FileNotFoundError: [Errno 44] No such file or directory: '/' (line 2)"],
  ],
  growing: [...bothGrow, ["text", `a = "xyz"\nwhile True: a += a`], ["numbers", "[0.5 + n for n in range(10 ** 9)]"]],
  nesting: [
    ...bothNest,
    ["nested code", `eval("(" * 100000)`],
    ["nested JSON", `import json\njson.loads("[" * 100000)`],
  ],
  never: `class Never:\n  def __await__(self):\n    yield\nawait Never()`,
  again: {
    source: `
import time, random, datetime, uuid, secrets
print({"b": 1, "a": 2, "c": 3}, {"x", "y", "z"})
return [time.time(), time.perf_counter(), datetime.datetime.now().isoformat(), time.tzname[0], random.random(), hash("abc"), id(object()), str(uuid.uuid4()), secrets.randbelow(10 ** 9)]`,
    value: [
      ...[1767323045, 1767323045, "2026-01-02T03:04:05", "UTC"],
      ...Array(3).fill(expect.any(Number)),
      ...[expect.any(String), expect.any(Number)],
    ],
  },
  hidden: "js jsffi pyodide pyodide_js _pyodide _pyodide_core ctypes _ctypes socket ssl subprocess multiprocessing",
  computing:
    "base64 calendar collections copy csv dataclasses datetime decimal difflib enum fractions functools hashlib heapq html " +
    "itertools json math operator pathlib random re sqlite3 statistics string struct textwrap typing unicodedata zlib",
};
