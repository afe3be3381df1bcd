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
