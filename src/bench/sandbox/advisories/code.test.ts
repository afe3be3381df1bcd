import { createNodeCodeRunner } from "#hosts/node";
import { codeLimits, type CodeLanguage, type CodeResult, type CodeRunner, type JsonValue } from "#engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wallless } from "../wallless.fixture.ts";
import { filtered, forgetful, interpolating, stockPython } from "./weakened.fixture.ts";

const canary = "canary-of-the-advisories";
const real = createNodeCodeRunner();

beforeAll(() => {
  Reflect.set(globalThis, "HOST_CANARY", canary);
  process.env["HOST_CANARY"] = canary;
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "HOST_CANARY");
  delete process.env["HOST_CANARY"];
  await real.close();
});

function run(runner: CodeRunner, language: CodeLanguage, source: string, input: JsonValue = null): Promise<CodeResult> {
  const limits = codeLimits.parse({ timeMs: 5_000 });
  const request = { language, source, input, limits, now: 0, seed: 1, tools: ["echo"] };
  return runner.run({ ...request, call: async (_tool, given) => given }, new AbortController().signal);
}

/** Those of the texts after which something came out that belongs to the host. */
async function leaks(runner: CodeRunner, language: CodeLanguage, sources: readonly string[]): Promise<string[]> {
  const through: string[] = [];
  for (const source of sources) {
    const { value, error, logs } = await run(runner, language, source);
    if (`${JSON.stringify(value)} ${error} ${logs.join(" ")}`.includes(canary)) through.push(source);
  }
  return through;
}

const words = [
  `";import js;js.HOST_CANARY#`,
  `"+js.HOST_CANARY+"`,
  "${HOST_CANARY}",
  `\\"; return HOST_CANARY //`,
  `{{ 7 * 7 }}`,
  "'''\nimport os\n'''",
  "x\u2028y",
];

/** Texts that did not come back as they went in. */
async function changed(runner: CodeRunner, language: CodeLanguage, given: readonly string[]): Promise<string[]> {
  const through: string[] = [];
  for (const word of given) {
    const { value } = await run(runner, language, "return input", word);
    if (value !== word) through.push(word);
  }
  return through;
}

test("S3: what is given to code stays data, whatever it reads like", async () => {
  for (const language of ["python", "javascript"] as const) expect(await changed(real, language, words)).toEqual([]);
});
test("S3, planted: a step that writes the value into its source is found", async () => {
  const [broken = ""] = words;
  expect(await changed(interpolating(real), "python", ["harmless", broken])).toEqual([broken]);
});

/** Names that no list of forbidden words finds. */
const disguised = [
  String.raw`return (() => 0)["\x63onstructor"]("return HOST_CANARY")()`,
  String.raw`return (() => 0).\u0063onstructor("return HOST_CANARY")()`,
  `return (() => 0)["const" + "ructor"]("return HOST" + "_CANARY")()`,
  `return (() => 0)[[..."rotcurtsnoc"].reverse().join("")]("return HOST_" + "CANARY")()`,
  String.raw`return globalThis["\u{48}OST_\x43ANARY"]`,
];

test("S4: code is held by having nothing, not by a list of words", async () => {
  expect(await leaks(real, "javascript", disguised)).toEqual([]);
  // The interpreter has no such name at all; nothing looked at the text.
  const python = await run(real, "python", "[].__cl𝐚ss__");
  expect(python).toMatchObject({ outcome: "error", error: expect.stringContaining("AttributeError") });
});
test("S4, planted: a filter in front of a realm with everything in it is walked around", async () => {
  expect(await leaks(filtered(wallless), "javascript", disguised)).toHaveLength(disguised.length);
});

/** The ways out of Python in a browser and beside Node that were found elsewhere. */
const pythonWays = [
  "import js\nreturn str(js.HOST_CANARY)",
  "from js import HOST_CANARY\nreturn str(HOST_CANARY)",
  "import js\nreturn str(js.globalThis.HOST_CANARY)",
  "import js\nreturn str(js.process.env.HOST_CANARY)",
  `import js\nreturn str(js.Function("return HOST_CANARY")())`,
  "import jsffi\nreturn str(jsffi.create_proxy)+str(__import__('js').HOST_CANARY)",
  "m = __import__('js')\nreturn str(m.HOST_CANARY)",
  "import os\nreturn os.getenv('HOST_CANARY')",
  "import pyodide.http\nreturn str(pyodide.http.open_url('/'))",
  "import pyodide_js\nreturn str(pyodide_js.globals)",
  `try:\n  1/0\nexcept Exception as e:\n  return str(e.__traceback__.tb_frame.f_globals["js"].HOST_CANARY)`,
  `return "{0.__class__.__init__.__globals__[js]}".format(__import__("js").HOST_CANARY)`,
  `return str([c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "JsProxy"][0])`,
  `exec("import js\\nx = str(js.HOST_CANARY)", globals())\nreturn x`,
  `return eval("__import__('js').HOST_CANARY")`,
  `return open("/proc/self/environ").read()`,
];

test("S5: Python has no way to the page, its storage, its network or the process", async () => {
  expect(await leaks(real, "python", pythonWays)).toEqual([]);
  const names = ["js", "jsffi", "pyodide", "pyodide_js", "os", "socket", "urllib", "subprocess", "ctypes"];
  const there = `found = []\nfor name in ${JSON.stringify(names)}:\n  try:\n    __import__(name)\n    found.append(name)\n  except ImportError:\n    pass\nreturn found`;
  expect((await run(real, "python", there)).value).toEqual([]);
});
test("S5, planted: the same interpreter as it is shipped, with its way to JavaScript, is found", async () => {
  const through = await leaks(await stockPython(), "python", pythonWays);
  expect(through.length).toBeGreaterThan(4);
});

/** From everything that is put into the sandbox, along every prototype, to a constructor that makes code. */
const walk = `const seen = new Set(), found = [];
const open = [host, host.call, console, console.log, Math.random, Date, input, host.call("echo", {}), await host.call("echo", { a: [1] })];
for (let next; (next = open.pop()) !== undefined && seen.size < 4000;) {
  if ((typeof next !== "object" && typeof next !== "function") || next === null || seen.has(next)) continue;
  seen.add(next);
  if (typeof next === "function") {
    try { found.push(String(next.constructor("return typeof HOST_CANARY === 'undefined' ? typeof process : HOST_CANARY")())) } catch {}
  }
  for (const key of Reflect.ownKeys(next)) { try { open.push(next[key]) } catch {} }
  open.push(Object.getPrototypeOf(next));
}
return [...new Set(found)]`;

test("S7: no function of the sandbox leads along its prototypes to the host", async () => {
  const { value } = await run(real, "javascript", walk);
  expect(value).toEqual(["undefined"]);
});
test("S7, planted: functions of the host that are handed in as they are lead there", async () => {
  expect(await leaks(wallless, "javascript", [walk])).toHaveLength(1);
});

const forgeries = [
  `JSON.stringify = () => '"FORGED"'; return 1`,
  `JSON.parse = () => "FORGED"; return await host.call("echo", 1)`,
  `Array.prototype.map = () => ["FORGED"]; return 1`,
  `Promise.prototype.then = function (then) { then("FORGED"); return this }; return 1`,
  `Object.prototype.toJSON = () => "FORGED"; return 1`,
  `Number.prototype.toJSON = () => "FORGED"; return 1`,
  `Reflect.apply = () => "FORGED"; return 1`,
  `Function.prototype.call = Function.prototype.apply = () => "FORGED"; return 1`,
  `globalThis.parseInt = globalThis.String = () => "FORGED"; return 1`,
  `Object.defineProperty(Object.prototype, "then", { get() { return undefined }, set() {} }); JSON.stringify = () => '"FORGED"'; return 1`,
];

/** Code that redefines what its harness uses, after which the harness told something else than the code returned. */
async function forged(runner: CodeRunner): Promise<string[]> {
  const through: string[] = [];
  for (const source of forgeries) {
    const { value } = await run(runner, "javascript", source);
    if (JSON.stringify(value) === '"FORGED"') through.push(source);
  }
  return through;
}

test("S8: code that redefines built-ins changes neither its result nor what the next run gives", async () => {
  // A method of the value's own kind belongs to the code: JSON asks toJSON of a value, and the value is the code's.
  const own = forgeries.filter((source) => source.includes("toJSON"));
  expect((await forged(real)).filter((source) => !own.includes(source))).toEqual([]);
  expect(await run(real, "javascript", "return [1].map(String)")).toMatchObject({ outcome: "value", value: ["1"] });
});
test("S8, planted: a harness that looks its built-ins up after the code has run is deceived", async () => {
  expect(await forged(forgetful)).not.toEqual([]);
});
