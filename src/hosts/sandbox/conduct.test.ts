import { expect, test } from "vitest";
import type { CodeRequest } from "#engine";
import { conductRun } from "./conduct.ts";
import { testLimits } from "./contract.ts";
import type { Wall } from "./wall.ts";

const request: CodeRequest = {
  language: "javascript",
  source: "while (true) {}",
  input: null,
  tools: [],
  call: async () => null,
  limits: testLimits,
  now: 0,
  seed: 0,
};

const stopped = { outcome: "error", error: "The run was stopped before the code ended.", calls: 0 };

test("who stops while a wall is being built waits for nothing, and the wall gets no code", async () => {
  const done: string[] = [];
  const wall: Wall = {
    post: ({ kind }) => void done.push(kind),
    listen: () => undefined,
    onBreak: () => undefined,
    kill: () => void done.push("killed"),
  };
  const building = Promise.withResolvers<Wall>();
  const stop = new AbortController();
  const run = conductRun(request, stop.signal, () => building.promise);
  stop.abort();
  expect(await run).toMatchObject(stopped);
  building.resolve(wall);
  await expect.poll(() => done).toEqual(["killed"]);
});

test("a wall that fails after the stop changes nothing", async () => {
  const building = Promise.withResolvers<Wall>();
  const stop = new AbortController();
  const run = conductRun(request, stop.signal, () => building.promise);
  stop.abort();
  building.reject(new Error("It did not start."));
  expect(await run).toMatchObject(stopped);
});

test("who waits is answered before a wall that has ended by itself is removed, and it is removed", async () => {
  const done: string[] = [];
  const wall: Wall = {
    post: () => undefined,
    listen(hear) {
      queueMicrotask(() => hear({ kind: "end", ending: { how: "value", text: "2" }, cpuMs: 1, memoryBytes: 2 }));
    },
    onBreak: () => undefined,
    kill: () => void done.push("killed"),
  };
  const result = await conductRun(request, new AbortController().signal, async () => wall);
  done.push("answered");
  expect(result).toMatchObject({ outcome: "value", value: 2 });
  await expect.poll(() => done).toEqual(["answered", "killed"]);
});

test("a wall that is to be stopped is removed at once", async () => {
  const done: string[] = [];
  const stop = new AbortController();
  const wall: Wall = {
    post: () => stop.abort(),
    listen: () => undefined,
    onBreak: () => undefined,
    kill: () => void done.push("killed"),
  };
  await conductRun(request, stop.signal, async () => wall);
  done.push("answered");
  expect(done).toEqual(["killed", "answered"]);
});
