import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keyStanding } from "#hosts/workspace";
import { createFileApprovers } from "./approver-book.ts";

const ana = { id: "ana", name: "Ana", role: "manager" };

test("what was cosigned here is remembered, and only one of two goes on from it", async () => {
  await using here = await mkdtempDisposable(join(tmpdir(), "gatehouse-"));
  const { witness } = createFileApprovers(here.path);
  const [one, two] = [1, 2].map((size) => ({ vkey: "k", size, root: `root ${size}` }));
  if (one === undefined || two === undefined) throw new Error("Two states are needed.");
  expect(await witness.last("ws/run/r1")).toBeUndefined();
  expect(await witness.advance("ws/run/r1", undefined, one)).toBe(true);
  expect(await witness.advance("ws/run/r1", undefined, two)).toBe(false);
  expect(await witness.last("ws/run/r1")).toEqual(one);
  expect(await createFileApprovers(here.path).witness.advance("ws/run/r1", one, two)).toBe(true);
  expect(await witness.last("ws/run/r1")).toEqual(two);
  expect(await witness.last("ws/run/r2")).toBeUndefined();
});

test("a recognised key signs nothing here, speaks for one person in one role, and is forgotten", async () => {
  await using here = await mkdtempDisposable(join(tmpdir(), "gatehouse-"));
  await using there = await mkdtempDisposable(join(tmpdir(), "gatehouse-"));
  const book = createFileApprovers(here.path);
  const { vkey } = await createFileApprovers(there.path).signerOf(ana);
  await book.recognise(ana, vkey);
  await book.recognise({ ...ana, name: "Eve" }, vkey);
  const known = await book.list();
  expect(known).toMatchObject([{ ...ana, vkey, isForeign: true }]);
  expect(await book.deciders()).toEqual([]);
  expect(await book.knownSigner(ana)).toBeUndefined();
  expect((await book.signerOf(ana)).vkey).not.toBe(vkey);
  expect(keyStanding(vkey, ana, known)).toEqual({ standing: "known" });
  expect(keyStanding(vkey, { ...ana, role: "lead" }, known)).toEqual({ standing: "other-person" });
  expect(keyStanding("other", { ...ana, name: "ANA " }, known)).toMatchObject({
    standing: "unknown",
    others: [{ vkey }],
  });
  expect(keyStanding("other", { ...ana, name: "Ben" }, known)).toEqual({ standing: "unknown", others: [] });
  await book.forget(vkey);
  expect(await book.list()).toHaveLength(1);
  expect(await readdir(join(here.path, "known-approvers"))).toEqual([]);
});
