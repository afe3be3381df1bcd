import { afterAll, expect, test } from "vitest";
import { createNodeCodeRunner } from "#hosts/node";
import { isConsoleFull, lineOf, readInput, trialRequest } from "./trial.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

const bounds = { seconds: 1, megabytes: 64, calls: 3 };
const recorded = [
  { tool: "look_up_order", arguments: { orderId: "B", year: 1 }, answer: { total: 5 } },
  { tool: "refund", arguments: {}, answer: undefined },
];

async function tried(source: string) {
  const request = trialRequest(
    { language: "typescript", source, input: 1, now: 0, seed: 1 },
    bounds,
    ["look_up_order", "refund"],
    recorded,
    (tool) => `No ${tool} here.`,
  );
  if (request === undefined) throw new Error("The language is not known.");
  return runner.run(request, new AbortController().signal);
}

test("a tool answers what it answered to the same arguments, in whatever order they are written", async () => {
  const result = await tried(`return (await host.call("look_up_order", { year: 1, orderId: "B" })).total + input;`);
  expect(result).toMatchObject({ outcome: "value", value: 6, calls: 1 });
});

test.each([`"look_up_order", { orderId: "C" }`, `"refund", {}`])(
  "a call of %s is refused in a sentence",
  async (call) => {
    const result = await tried(`await host.call(${call});`);
    expect(result.outcome).toBe("error");
    expect(result.error).toMatch(/No (?:look_up_order|refund) here\./u);
  },
);

test("a step's limits hold in a trial", async () => {
  expect(await tried("for (;;) {}")).toMatchObject({ outcome: "timeout" });
  expect(
    (await tried(`for (let n = 0; n < 9; n++) await host.call("look_up_order", { year: 1, orderId: "B" });`)).error,
  ).toContain("3");
});

test("a language that the sandbox does not know is not run", () => {
  const what = { language: "cobol", source: "", input: null, now: 0, seed: 1 };
  expect(trialRequest(what, bounds, [], [], () => "")).toBeUndefined();
});

test("the line of an error is read where it is named at the end, and nowhere else", async () => {
  const { error = "" } = await tried("\n\nnull.x;");
  expect(lineOf(error)).toBe(3);
  expect(lineOf("As in (line 3) of the song.")).toBeUndefined();
  expect(lineOf("no")).toBeUndefined();
});

test.each([
  ["for (let at = 0; at < 99_999; at++) console.log(at);", true],
  [`console.log("x".repeat(99_999));`, true],
  [`console.log("x");`, false],
])("whether the console had room for all is known: %s", async (source, isFull) => {
  expect(isConsoleFull((await tried(source)).logs, bounds)).toBe(isFull);
});

test("an input is JSON, or nothing", () => {
  expect(readInput(' {"a": [1]} ')).toEqual({ value: { a: [1] } });
  expect(readInput(" ")).toEqual({ value: null });
  expect(readInput("{a}")).toBeUndefined();
});
