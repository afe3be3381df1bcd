import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFileLock } from "./file-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatehouse-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("only one holds it at a time, and all get their turn", async () => {
  const path = join(folder, "x.lock");
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    inside -= 1;
  };
  const done = await Promise.all(Array.from({ length: 12 }, () => withFileLock(path, 10_000, work)));
  expect(done.every((each) => each !== undefined)).toBe(true);
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("who does not want to wait is turned away, and a failure lets go", async () => {
  const path = join(folder, "x.lock");
  await withFileLock(path, 0, async () => {
    expect(await withFileLock(path, 0, async () => 1)).toBeUndefined();
  });
  await expect(withFileLock(path, 0, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withFileLock(path, 0, async () => 1)).toEqual({ value: 1 });
});

test("the lock of a process that is dead, or of one that had our number before us, is taken over", async () => {
  const path = join(folder, "x.lock");
  for (const holder of ["999999999 1", `${process.pid} 1`]) {
    await writeFile(path, holder);
    expect(await withFileLock(path, 1_000, async () => holder)).toEqual({ value: holder });
  }
});
