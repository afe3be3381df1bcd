import type { ShelfRepository } from "#store";
import { expect, test } from "vitest";
import { createLateShelf } from "./late-shelf.ts";

function shelfWith(waiting: number): ShelfRepository {
  return {
    put: async () => undefined,
    get: async () => undefined,
    list: async () => [],
    ofFlow: async () => [],
    summarise: async () => undefined,
    running: async () => ["r1"],
    watch: () => () => undefined,
    watchFlows: () => () => undefined,
    watchWaiting: (listener) => {
      listener(waiting);
      return () => listener(-1);
    },
  };
}

function late(exists: boolean) {
  let opened = 0;
  const made = createLateShelf(
    async () => {
      opened += 1;
      return shelfWith(3);
    },
    async () => exists,
  );
  return { ...made, opened: () => opened };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("where there is no log, a watcher sees an empty shelf and nothing is fetched", async () => {
  const { shelf, opened } = late(false);
  const seen: number[] = [];
  shelf.watchWaiting((count) => seen.push(count));
  await settled();
  expect(seen).toEqual([0]);
  expect(await shelf.list()).toEqual([]);
  expect(await shelf.running()).toEqual([]);
  expect(opened()).toBe(0);
});

test("the first run opens the log, and who watched before sees it", async () => {
  const { shelf, openNow } = late(false);
  const seen: number[] = [];
  const stop = shelf.watchWaiting((count) => seen.push(count));
  await settled();
  await openNow();
  expect(seen).toEqual([0, 3]);
  stop();
  expect(seen).toEqual([0, 3, -1]);
});

test("where there is a log, it is opened once for all who watch", async () => {
  const { shelf, opened } = late(true);
  const seen: number[] = [];
  shelf.watchWaiting((count) => seen.push(count));
  shelf.watchWaiting((count) => seen.push(count));
  await settled();
  expect(seen).toEqual([3, 3]);
  expect(await shelf.running()).toEqual(["r1"]);
  expect(opened()).toBe(1);
});
