import fc from "fast-check";
import { expect, test } from "vitest";
import type { CodeLimits, CodeRequest, CodeResult, CodeRunner } from "#engine";
import { codeRequest, testLimits } from "./contract.ts";
import { smallPython, type PythonDialect } from "./python-dialects.fixture.ts";

type Run = (source: string, change?: Partial<CodeRequest>, signal?: AbortSignal) => Promise<CodeResult>;

/** More time than any of this takes, on a machine with other things to do as well. */
const ample: CodeLimits = { ...testLimits, timeMs: 8_000 };

/**
 * What every runner of Python must do, on whichever host and with either library; what a runner does for any language is in
 * `contract.ts`.
 */
export function testPythonContract(runner: CodeRunner, dialect: PythonDialect = smallPython): void {
  testPythonLanguage(runner, dialect);
  testPythonHolds(runner, dialect);
}

/** What code means: the same on every host, for it is the engine's. */
export function testPythonLanguage(runner: CodeRunner, dialect: PythonDialect): void {
  const run = runOf(runner, dialect);
  testWaysToAnswer(run);
  testErrors(run, dialect);
  testValues(run);
}

/** What code can do, and for how long: each host holds it by walls of its own. */
export function testPythonHolds(runner: CodeRunner, dialect: PythonDialect): void {
  const run = runOf(runner, dialect);
  testMegabyte(run);
  testTools(run, dialect);
  testLimitsHold(run, dialect);
  testSameAgain(run, dialect);
  testReach(run, dialect);
}

function runOf(runner: CodeRunner, { library }: PythonDialect): Run {
  return (source, change, signal = new AbortController().signal) =>
    runner.run(codeRequest(source, { language: "python", library, limits: ample, ...change }), signal);
}

function testWaysToAnswer(run: Run): void {
  test.each([
    ["return", `for n in (1, 2, 3):\n  if n == 2:\n    return n * 21`, 42],
    ["the variable result", `result = input["a"] * 6`, 42],
    ["the last expression", `n = input["a"]\nn * 6`, 42],
    ["the last of several statements on a line", `n = 6; n * 7 # here`, 42],
    ["an expression over several lines", `(\n  input["a"]\n  * 6\n)`, 42],
    ["an awaited expression", `await host.call("echo", 42)`, 42],
    ["return before result", `result = 1\nreturn 42`, 42],
    ["result before the last expression", `result = 42\nresult + 1`, 42],
    ["nothing", `for n in range(3):\n  n`, null],
    ["None", `return None`, null],
    ["an empty file", ``, null],
    ["a last line that defines", `def f(): return 1`, null],
    ["a last line that assigns", `x: int = 3`, null],
    ["the main guard", `if __name__ == "__main__":\n\tresult = 42`, 42],
  ])("the value is given by %s", async (_title, source, value) => {
    expect(await run(source)).toMatchObject({ outcome: "value", value });
  });

  test("names are a module's: functions share them by global", async () => {
    const source = `total = 0\ndef add(n):\n  global total\n  total += n\nclass Pair:\n  size = 2\nadd(2)\nadd(Pair.size)\ntotal`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: 4 });
  });

  test("long strings, brackets and continued lines keep what is in them", async () => {
    const source = `text = """a\n  b\n\tc"""\nitems = [1,\n2,\n3]\nsum = 1 + \\\n2\nreturn [text, items, sum]`;
    expect((await run(source)).value).toEqual(["a\n  b\n\tc", [1, 2, 3], 3]);
    expect((await run(source.replaceAll("\n", "\r\n"))).value).toEqual(["a\n  b\n\tc", [1, 2, 3], 3]);
  });

  test("print and console.log go to the console", async () => {
    const result = await run(
      `import sys\nprint("hello\\0", input, end="!\\n")\nconsole.log("a", 1)\nsys.stderr.write("\\u00e9\\n")\nprint("open", end="")`,
    );
    expect(result).toMatchObject({ outcome: "value", logs: ["hello\ufffd {'a': 7}!", "a 1", "é", "open"] });
  });
}

function testErrors(run: Run, { errors }: PythonDialect): void {
  test.each(errors)("%j says what and where", async (source, error) => {
    expect(await run(source)).toMatchObject({ outcome: "error", error });
  });
}

function testValues(run: Run): void {
  test("any JSON that goes in comes out the same", { timeout: 180_000 }, async () => {
    const long = fc.string({ unit: "binary", minLength: 2_000, maxLength: 4_000 });
    const values = fc.array(fc.oneof(fc.jsonValue({ maxDepth: 6 }), fc.double(), fc.integer(), long), {
      minLength: 40,
      maxLength: 100,
    });
    await fc.assert(
      fc.asyncProperty(values, async (drawn) => {
        const input = JSON.parse(JSON.stringify(drawn).toWellFormed());
        expect((await run("return input", { input })).value).toEqual(input);
        const call: CodeRequest["call"] = async (_tool, argument) => argument;
        expect((await run(`return await host.call("echo", input)`, { input, call })).value).toEqual(input);
      }),
      { numRuns: 6, seed: 4 },
    );
  });

  test("integers have no limit inside, and pairs of surrogates become one character", async () => {
    const source = `import json\nreturn [str(3 ** 60), json.loads('"\\\\ud83d\\\\ude00"'), "\\ud83d\\ude00", "\\ud800"]`;
    expect((await run(source)).value).toEqual(["42391158275216203514294433201", "😀", "😀", "\ufffd\ufffd\ufffd"]);
  });
}

function testMegabyte(run: Run): void {
  test("a megabyte goes in and out", async () => {
    const input = { text: "x".repeat(1_000_000) };
    expect(await run("return input", { input })).toMatchObject({ outcome: "value", value: input });
  });
}

function testTools(run: Run, { leastBytes }: PythonDialect): void {
  test("calls are made at once and awaited together", async () => {
    const source = `
async def twice(n):
  first = await host.call("echo", n)
  return await host.call("echo", first * 2)
early = host.call("echo", "early")
both = await host.gather(twice(1), twice(2), host.call("echo", 5))
return [await early, both]`;
    const seen: unknown[] = [];
    const call: CodeRequest["call"] = async (_tool, argument) => {
      seen.push(argument);
      return argument;
    };
    const result = await run(source, { call });
    expect(result).toMatchObject({ outcome: "value", value: ["early", [2, 4, 5]], calls: 6 });
    expect(seen).toEqual(["early", 5, 1, 2, 2, 4]);
  });

  test("a refusal is an error that code may catch", async () => {
    const denied = { outcome: "denied", error: 'This code may not use "wipe".' };
    expect(await run(`await host.call("wipe", {})`)).toMatchObject(denied);
    for (const name of ["constructor", "__proto__", "echo\\0", "", "__class__"])
      expect((await run(`await host.call("${name}")`)).outcome).toBe("denied");
    const source = `try:\n  await host.call("wipe")\nexcept host.ToolError as e:\n  return str(e)`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: denied.error });
    const call = () => Promise.reject(new Error("no such order"));
    expect(await run(`await host.call("echo")`, { call })).toMatchObject({ outcome: "error", error: "no such order" });
  });

  test("a denial cannot be forged", async () => {
    const source = `try:\n  await host.call("wipe")\nexcept host.ToolError as e:\n  raise host.ToolError(str(e))`;
    expect((await run(source)).outcome).toBe("error");
  });

  test("the call is decided on what was sent, not on what it becomes", async () => {
    const seen: unknown[] = [];
    const call: CodeRequest["call"] = async (_tool, argument) => {
      seen.push(argument);
      return null;
    };
    await run(`p = {"amount": 5}\nq = host.call("echo", p)\np["amount"] = 10 ** 6\nawait q`, { call });
    expect(seen).toEqual([{ amount: 5 }]);
  });

  test("calls, arguments and names are capped", async () => {
    const many = `n = 0\nfor i in range(300):\n  try:\n    await host.call("echo", i)\n    n += 1\n  except host.ToolError:\n    pass\nn`;
    expect(await run(many)).toMatchObject({ outcome: "value", value: 256, calls: 256 });
    const flight = `n = 0\nopen = [host.call("echo", i) for i in range(40)]\nfor one in open:\n  try:\n    await one\n    n += 1\n  except host.ToolError:\n    pass\nn`;
    expect(await run(flight)).toMatchObject({ outcome: "value", value: 32 });
    const eager = `for i in range(60): host.call("echo", i)\nreturn "x" * 5000`;
    expect(await run(eager)).toMatchObject({ outcome: "value", value: "x".repeat(5_000), calls: 32 });
    const large = `try:\n  await host.call("echo", "x" * (2 << 20))\nexcept host.ToolError as e:\n  return str(e)`;
    expect(await run(large)).toMatchObject({ value: "The argument is larger than 1 MB." });
    expect((await run(`await host.call("x" * 300)`)).error).toBe('This code may not use "that name".');
    expect((await run(`await host.call(5)`)).error).toMatch(/^TypeError: host.call needs the name of a tool as text/);
  });

  test("waiting gives way to the collection of garbage", async () => {
    const source = `for i in range(40):\n  text = "x" * 1000000\n  await host.rest()\nlen(text)`;
    const limits = { ...ample, memoryBytes: leastBytes };
    expect(await run(source, { limits })).toMatchObject({ outcome: "value", value: 1_000_000 });
  });
}

function testLimitsHold(run: Run, { leastBytes, never, growing, nesting }: PythonDialect): void {
  test.each([
    ["a loop", "while True: pass"],
    ["a loop that catches all", "while True:\n  try:\n    while True: pass\n  except BaseException: pass"],
    ["a long sum", "sum(range(10 ** 9))"],
    ["a large power", "pow(3, 10 ** 8)"],
    ["a regular expression", `import re\nre.match("(a+)+$", "a" * 40 + "b")`],
    ["a walk over a long text", `text = "ab" * 1000000\nwhile True: text.find("ba" * 500000 + "c")`],
    ["the making of a message", `class E(Exception):\n  def __str__(self):\n    while True: pass\nraise E()`],
    ["a call that nobody answers", "while True: await host.rest()"],
  ])("%s is stopped from inside", async (_title, source) => {
    const limits = { ...testLimits, timeMs: 50 };
    expect(await run(source, { limits })).toMatchObject({ outcome: "timeout", stoppedBy: "engine" });
  });

  test("waiting for nothing is said", async () => {
    expect((await run(never)).error).toBe("The code waits for something that never comes, and was stopped.");
  });

  test.each(growing)("%s cannot outgrow the memory", async (_title, source) => {
    const result = await run(source, { limits: { ...ample, memoryBytes: leastBytes } });
    expect(result.outcome).toBe("memory");
    expect(result.memoryBytes).toBeLessThanOrEqual(leastBytes);
  });

  test("code may catch that memory ran out and go on", async () => {
    const source = `try:\n  bytearray(10 ** 9)\nexcept MemoryError:\n  return "caught"`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: "caught" });
  });

  test.each(nesting)("%s runs into the stack's end", async (_title, source) => {
    expect(["error", "output-limit"]).toContain((await run(source)).outcome);
  });

  test("source, value, console and depth are capped", async () => {
    expect((await run(`#${"x".repeat(300_000)}`)).error).toBe("The code is longer than 256 KB.");
    expect(await run(`return "x" * (2 << 20)`)).toMatchObject({ outcome: "output-limit" });
    expect(await run(`o = 1\nfor i in range(600): o = {"o": o}\nreturn o`)).toMatchObject({ outcome: "output-limit" });
    const talk = await run(`for i in range(10000): print("y" * 100)`);
    expect(talk.logs[0]).toHaveLength(100);
    expect(talk.logs.join("\n").length).toBeLessThanOrEqual(testLimits.consoleBytes);
  });
}

function testSameAgain(run: Run, { again }: PythonDialect): void {
  test("clock, random numbers, hashes and orders are the request's", async () => {
    const [first, repeated, other] = [
      await run(again.source),
      await run(again.source),
      await run(again.source, { seed: 43 }),
    ];
    expect(first).toMatchObject({ value: again.value });
    expect([first.value, first.logs]).toEqual([repeated.value, repeated.logs]);
    expect(first.value).not.toEqual(other.value);
  });

  test("sleeping takes no time", async () => {
    expect(await run(`import time\ntime.sleep(60)\nreturn 1`)).toMatchObject({ outcome: "value", value: 1 });
  });

  test("nothing carries over to the next run", async () => {
    await run(`import builtins, sys, time\nbuiltins.stash = 1\ntime.stash = 2\nsys.stash = 3\nstash = 4`);
    const source = `import sys, time\nreturn [hasattr(time, "stash"), hasattr(sys, "stash"), "stash" in globals()]`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: [false, false, false] });
    expect((await run("stash")).error).toMatch(/^NameError/);
  });
}

function testReach(run: Run, { hidden, computing }: PythonDialect): void {
  test("modules that reach out are not there", async () => {
    const source = `
found = []
for name in "${hidden}".split():
  try:
    __import__(name)
    found.append(name)
  except ImportError:
    pass
return found`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: [] });
  });

  test("modules that compute are", async () => {
    expect((await run(`import ${computing.replaceAll(" ", ", ")}\nreturn 1`)).value).toBe(1);
    expect(
      (await run(`from math import *\nfrom re import findall, split\nreturn [floor(pi), split(", *", "a, b")]`)).value,
    ).toEqual([3, ["a", "b"]]);
    const source = `import re\nreturn [re.findall(p, "a1 b22 c") for p in ("[a-z]", "([a-z])[0-9]", "([a-z])([0-9]+)")]`;
    expect((await run(source)).value).toEqual([
      ["a", "b", "c"],
      ["a", "b"],
      [
        ["a", "1"],
        ["b", "22"],
      ],
    ]);
  });

  test("what redefines the built-ins harms nobody else", async () => {
    const source = `
import builtins
def evil(*a, **k): raise ValueError("evil")
for name in "str type len isinstance iter next print int list set enumerate dict BaseException".split():
  setattr(builtins, name, evil)
  globals()[name] = evil
return await host.call("echo", {"a": [1]})`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: { a: [1] } });
  });
}
