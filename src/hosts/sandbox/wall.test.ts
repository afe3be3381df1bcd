import { expect, test } from "vitest";
import { createWallSupply, type Wall } from "./wall.ts";

/** Walls that serve nobody: enough to follow which one is handed to whom. */
function createYard() {
  const built: { wall: Wall; isKilled: boolean; breakDown: () => void }[] = [];
  return {
    built,
    async build(): Promise<Wall> {
      const listeners: (() => void)[] = [];
      const wall: Wall = {
        post: () => undefined,
        listen: () => undefined,
        onBreak: (listener) => void listeners.push(listener),
        kill: () => {
          entry.isKilled = true;
        },
      };
      const entry = { wall, isKilled: false, breakDown: () => listeners.forEach((listener) => listener()) };
      built.push(entry);
      return wall;
    },
  };
}

test("no wall is handed out twice", async () => {
  const yard = createYard();
  const supply = createWallSupply(() => yard.build());
  const taken: Wall[] = [];
  for (let turn = 0; turn < 6; turn++) {
    if (turn % 2 === 0) await supply.warm();
    taken.push(...(await Promise.all([supply.take(), supply.take()])));
  }
  await supply.close();
  expect(new Set(taken).size).toBe(12);
});

test("a spare that broke is ended and not handed out", async () => {
  const yard = createYard();
  const supply = createWallSupply(() => yard.build());
  await supply.warm();
  yard.built[0]?.breakDown();
  expect(yard.built[0]?.isKilled).toBe(true);
  expect(await supply.take()).toBe(yard.built[1]?.wall);
  await supply.close();
  expect(yard.built[1]?.isKilled).toBe(false);
});

test("a spare that cannot be built is tried again", async () => {
  const yard = createYard();
  let failures = 1;
  const supply = createWallSupply(() => (failures-- > 0 ? Promise.reject(new Error("no")) : yard.build()));
  await expect(supply.warm()).rejects.toThrow("no");
  expect(await supply.take()).toBe(yard.built[0]?.wall);
  await supply.close();
});

test("closing ends the spare and hands out no more", async () => {
  const yard = createYard();
  const supply = createWallSupply(() => yard.build());
  await supply.warm();
  await supply.close();
  expect(yard.built.map(({ isKilled }) => isKilled)).toEqual([true]);
  await expect(supply.take()).rejects.toThrow();
});
