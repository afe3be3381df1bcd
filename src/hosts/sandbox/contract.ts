import { expect, test } from "vitest";
import type { CodeLimits, CodeRequest, CodeResult, CodeRunner } from "#engine";

/** The engine's defaults, with time cut short where a test has to wait for it to run out. */
export const testLimits: CodeLimits = {
  timeMs: 1_000,
  memoryBytes: 64 * 2 ** 20,
  stackBytes: 128 * 1024,
  sourceBytes: 256 * 1024,
  valueBytes: 2 ** 20,
  consoleBytes: 64 * 1024,
  calls: 256,
  callsInFlight: 32,
};

export function codeRequest(source: string, change: Partial<CodeRequest> = {}): CodeRequest {
  return {
    language: "javascript",
    source,
    input: { a: 7 },
    limits: testLimits,
    now: Date.UTC(2026, 0, 2, 3, 4, 5),
    seed: 42,
    tools: ["echo"],
    call: async (_tool, argument) => argument,
    ...change,
  };
}

type Run = (source: string, change?: Partial<CodeRequest>, signal?: AbortSignal) => Promise<CodeResult>;

/** What every runner of custom code must do, on whichever host. */
export function testRunnerContract(runner: CodeRunner): void {
  const run: Run = (source, change, signal = new AbortController().signal) =>
    runner.run(codeRequest(source, change), signal);
  testAnswers(run);
  testLimitsHold(run);
  testBorder(run);
  testIsolation(run);
}

function testAnswers(run: Run): void {
  test("a value, a log and a tool's answer come back", async () => {
    const result = await run(
      `console.log("hello\\0", input); const back = await host.call("echo", { n: 41 }); return back.n + 1`,
    );
    expect(result).toMatchObject({ outcome: "value", value: 42, logs: ['hello\ufffd {"a":7}'], calls: 1 });
  });

  test("a text of any script and length arrives as it was, going in, in the code and coming out", async () => {
    const text = "\ufeffKöln 서울 🚪 \u0000 \u2028".repeat(3_000);
    const result = await run(`return [input, "ß서🚪", input.length]`, { input: text });
    expect(result.value).toEqual([text, "ß서🚪", text.length]);
  });

  test("an error says what and where", async () => {
    const thrown = await run(`\n\nconst broken = () => { throw new TypeError("bad") };\nbroken()`);
    expect(thrown).toMatchObject({ outcome: "error", error: "TypeError: bad (line 3)" });
    const syntax = await run(`const a = 1;\nconst = 2;`);
    expect(syntax.outcome).toBe("error");
    expect(syntax.error).toMatch(/^SyntaxError: .*\(line 2\)$/);
  });

  test("TypeScript loses its types and keeps its lines", async () => {
    const source = `interface Row {\n  n: number\n}\nconst row = input as unknown as Row;\nthrow new Error(String(typeof row))`;
    expect(await run(source, { language: "typescript" })).toMatchObject({ outcome: "error", error: "object (line 5)" });
    const hanging = `return ${"<T>(".repeat(26)}1${")".repeat(26)}`;
    const limits = { ...testLimits, timeMs: 50 };
    expect(await run(hanging, { language: "typescript", limits })).toMatchObject({ stoppedBy: "watchdog" });
    const broken = await run(`\nconst n: number = ;`, { language: "typescript" });
    expect(broken.error).toMatch(/line 2/);
  });

  test("clock, time zone and random numbers are the request's", async () => {
    const source = `return [Date.now(), new Date().toISOString(), new Date(0).getHours(), Math.random(), Math.random()]`;
    const [first, again, other] = [await run(source), await run(source), await run(source, { seed: 43 })];
    expect(first.value).toEqual(again.value);
    expect(first.value).not.toEqual(other.value);
    const dates = [Date.UTC(2026, 0, 2, 3, 4, 5), "2026-01-02T03:04:05.000Z", 0];
    expect(first.value).toEqual([...dates, expect.any(Number), expect.any(Number)]);
  });
}

function testLimitsHold(run: Run): void {
  const limits = { ...testLimits, timeMs: 50 };

  test.each([
    ["a loop", "while (true) {}"],
    ["endless jobs", "const spin = () => Promise.resolve().then(spin); await spin()"],
    ["a promise that nobody keeps", "return new Promise(() => {})"],
    ["a regular expression", "return /^(a+)+$/.test('a'.repeat(40) + '!')"],
  ])("%s is stopped from inside", async (_title, source) => {
    expect(await run(source, { limits })).toMatchObject({ outcome: "timeout", stoppedBy: "engine" });
  });

  test.each([
    ["join", `Array(1 << 27).join("abcdefgh").length`],
    ["search", `"a".repeat(3e6).indexOf("a".repeat(1e5) + "b")`],
    ["power", "(3n ** 4000000n).toString().length"],
    ["sort", "Array.from({ length: 1e6 }, (_, at) => at % 1013).sort().length"],
    ["copy", "(() => { for (;;) 'x'.repeat(1e7) })()"],
  ])("a long %s, which is one call, is stopped from inside", async (_title, call) => {
    expect(await run(`return ${call}`, { limits })).toMatchObject({ outcome: "timeout", stoppedBy: "engine" });
  });

  test("waiting for a tool costs patience, not time", async () => {
    const patient = { ...testLimits, timeMs: 300 };
    const call = (): Promise<number> => new Promise((resolve) => setTimeout(resolve, 400, 5));
    const answered = await run(`return await host.call("echo")`, { call, limits: patient });
    expect(answered).toMatchObject({ outcome: "value", value: 5 });
    const impatient = await run(`return await host.call("echo")`, { call, limits: { ...patient, waitMs: 20 } });
    expect(impatient).toMatchObject({ outcome: "timeout", stoppedBy: "watchdog" });
  });

  test.each([
    ["typed arrays", "const a = []; for (;;) a.push(new Uint8Array(1 << 20))"],
    ["text", "const a = []; for (;;) a.push('x'.repeat(1 << 20) + a.length)"],
    ["objects", "const a = []; for (;;) a.push({})"],
  ])("%s cannot outgrow the memory", async (_title, source) => {
    const result = await run(source, { limits: { ...testLimits, timeMs: 5_000, memoryBytes: 32 * 2 ** 20 } });
    expect(result.outcome).toBe("memory");
    expect(result.memoryBytes).toBeLessThanOrEqual(32 * 2 ** 20);
  });

  test("source, value, console, calls and depth are capped", async () => {
    expect((await run(`//${"x".repeat(300_000)}`)).error).toBe("The code is longer than 256 KB.");
    expect(await run(`return "x".repeat(2 << 20)`)).toMatchObject({ outcome: "output-limit" });
    expect(await run(`return "서".repeat(400_000)`)).toMatchObject({ outcome: "output-limit" });
    expect(await run(`let o = {}; for (let i = 0; i < 600; i++) o = { o }; return o`)).toMatchObject({
      outcome: "output-limit",
    });
    const talk = await run(`for (let i = 0; i < 1e4; i++) console.log("y".repeat(100))`);
    expect(talk.logs[0]).toHaveLength(100);
    expect(talk.logs.join("\n").length).toBeLessThanOrEqual(testLimits.consoleBytes);
    const source = `let n = 0; for (let i = 0; i < 300; i++) await host.call("echo", i).then(() => n++, () => 0); return n`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: 256, calls: 256 });
    expect((await run("const f = () => f() + 1; return f()")).outcome).toBe("error");
  });
}

function testBorder(run: Run): void {
  test("a tool that is not granted is refused before it is asked", async () => {
    const asked: string[] = [];
    const call: CodeRequest["call"] = async (tool) => asked.push(tool);
    expect(await run(`return await host.call("wipe", {})`, { call })).toMatchObject({
      outcome: "denied",
      error: 'This code may not use "wipe".',
    });
    for (const name of ["constructor", "__proto__", "toString", ""])
      expect((await run(`return await host.call(${JSON.stringify(name)})`, { call })).outcome).toBe("denied");
    expect((await run(`return await host.call("echo\\0")`, { call })).outcome).toBe("error");
    expect(asked).toEqual([]);
  });

  test("code may catch a refusal and go on", async () => {
    expect(await run(`try { await host.call("wipe") } catch (e) { return e.message }`)).toMatchObject({
      outcome: "value",
      value: 'This code may not use "wipe".',
    });
  });

  test("a tool's failure reaches the code as its message only", async () => {
    const call = () => Promise.reject(Object.assign(new Error("no such order"), { secret: "s" }));
    const source = `try { await host.call("echo") } catch (e) { return [e.message, Object.keys(e), /node:|http/.test(e.stack)] }`;
    expect(await run(source, { call })).toMatchObject({ value: ["no such order", [], false] });
  });

  test("the call is decided on what was sent, not on what it becomes", async () => {
    const seen: unknown[] = [];
    const call: CodeRequest["call"] = async (_tool, argument) => {
      seen.push(argument);
      return null;
    };
    await run(`const p = { amount: 5 }; const q = host.call("echo", p); p.amount = 1e6; await q`, { call });
    await run(`let n = 0; await host.call("echo", { get amount() { return n++ ? 1e6 : 5 } })`, { call });
    expect(seen).toEqual([{ amount: 5 }, { amount: 5 }]);
  });

  test("prototypes do not cross", async () => {
    const out = await run(
      `return JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')`,
    );
    expect(JSON.stringify(out.value)).toBe('{"constructor":{}}');
    const call: CodeRequest["call"] = async () => JSON.parse('{"__proto__":{"polluted":1}}');
    expect(await run(`const v = await host.call("echo"); return [v.polluted, Object.keys(v)]`, { call })).toMatchObject(
      {
        value: [null, []],
      },
    );
  });
}

function testIsolation(run: Run): void {
  test("a loop in one run does not hold up another", async () => {
    const caller = new AbortController();
    const begun = Promise.withResolvers<null>();
    const call: CodeRequest["call"] = async () => {
      begun.resolve(null);
      return null;
    };
    const limits = { ...testLimits, timeMs: 30_000 };
    const loop = run(`await host.call("echo"); while (true) {}`, { call, limits }, caller.signal);
    await begun.promise;
    expect(await run("return 1")).toMatchObject({ outcome: "value", value: 1 });
    caller.abort();
    // Called off, not timed out: it was looping all the while.
    expect(await loop).toMatchObject({ error: "The run was stopped before the code ended." });
  });

  test("nothing carries over to the next run", async () => {
    await run(`globalThis.stash = 1; Object.prototype.stash = 2; Array.prototype.map = () => "old"; return 1`);
    expect(await run(`return [typeof stash, typeof ({}).stash, [1].map((x) => x)]`)).toMatchObject({
      value: ["undefined", "undefined", [1]],
    });
  });

  test("nothing of the platform is in the guest", async () => {
    const names =
      "process require fetch XMLHttpRequest WebSocket Worker postMessage indexedDB caches document location setTimeout";
    const source = `return ${JSON.stringify(names.split(" "))}.filter((name) => name in globalThis)`;
    expect(await run(source)).toMatchObject({ outcome: "value", value: [] });
  });

  test("a run that is called off ends at once and leaves nothing behind", async () => {
    const caller = new AbortController();
    const call = async () => {
      caller.abort();
      return null;
    };
    const result = await run(`await host.call("echo"); while (true) {}`, { call }, caller.signal);
    expect(result).toMatchObject({ outcome: "error", error: "The run was stopped before the code ended." });
  });
}
