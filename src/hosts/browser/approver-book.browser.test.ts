import { afterEach, expect, test } from "vitest";
import { parseVkey, verifyEd25519 } from "#pillars/trace";
import { createBrowserApprovers } from "./approver-book.ts";

const names: string[] = [];
afterEach(() => {
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

function freshName(): string {
  const name = `approvers-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

const mara = { id: "mara", name: "Mara", role: "lead" };

test("somebody gets one key, also from two tabs at once, and another one in another role", async () => {
  const name = freshName();
  const signers = await Promise.all([1, 2].map(() => createBrowserApprovers(name).signerOf(mara)));
  expect(new Set(signers.map(({ vkey }) => vkey)).size).toBe(1);
  const book = createBrowserApprovers(name);
  const owner = await book.signerOf({ ...mara, role: "owner" });
  expect(owner.vkey).not.toBe(signers[0]?.vkey);
  expect(await book.list()).toHaveLength(2);
  const message = new TextEncoder().encode("x");
  expect(verifyEd25519(parseVkey(owner.vkey).publicKey, message, await owner.sign(message))).toBe(true);
});

test("what was cosigned here is remembered, and only one of two tabs goes on from it", async () => {
  const name = freshName();
  const { witness } = createBrowserApprovers(name);
  const state = (size: number) => ({ vkey: "k", size, root: `root ${size}` });
  expect(await witness.last("ws/run/r1")).toBeUndefined();
  const tabs = await Promise.all(
    [1, 2].map((size) => createBrowserApprovers(name).witness.advance("ws/run/r1", undefined, state(size))),
  );
  expect(tabs.filter(Boolean)).toHaveLength(1);
  const kept = await witness.last("ws/run/r1");
  expect(await witness.advance("ws/run/r1", kept, state(3))).toBe(true);
  expect(await createBrowserApprovers(name).witness.last("ws/run/r1")).toEqual(state(3));
});

test("the private key cannot be read, and is gone when the profile is retired", async () => {
  const name = freshName();
  const book = createBrowserApprovers(name);
  const { vkey } = await book.signerOf(mara);
  const [pair] = await storedPairs(name);
  if (pair === undefined) throw new Error("No key is kept.");
  await expect(crypto.subtle.exportKey("pkcs8", pair.privateKey)).rejects.toThrow();
  await book.retire(vkey);
  expect(await storedPairs(name)).toEqual([]);
  expect(await book.knownSigner(mara)).toBeUndefined();
  expect(await book.list()).toMatchObject([{ vkey, name: "Mara", retiredAt: expect.any(Number) }]);
  expect((await book.signerOf(mara)).vkey).not.toBe(vkey);
});

test("a recognised key signs nothing here, stays as it was recognised, and is forgotten", async () => {
  const book = createBrowserApprovers(freshName());
  const ana = { id: "ana", name: "Ana", role: "manager" };
  const foreign = (await createBrowserApprovers(freshName()).signerOf(ana)).vkey;
  await book.recognise(ana, foreign);
  await book.recognise({ ...ana, name: "Eve" }, foreign);
  expect(await book.list()).toMatchObject([{ ...ana, vkey: foreign, isForeign: true }]);
  expect(await book.deciders()).toEqual([]);
  expect(await book.knownSigner(ana)).toBeUndefined();
  const own = await book.signerOf(ana);
  expect(own.vkey).not.toBe(foreign);
  await book.forget(own.vkey);
  await book.forget(foreign);
  expect(await book.list()).toMatchObject([{ vkey: own.vkey }]);
});

test("says in a sentence that this browser keeps no keys", async () => {
  const name = freshName();
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 99);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
  });
  newer.close();
  await expect(createBrowserApprovers(name).signerOf(mara)).rejects.toThrow(
    "This browser cannot make or keep a signing key for you, so you cannot decide here.",
  );
});

async function storedPairs(name: string): Promise<CryptoKeyPair[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
  });
  const request = database.transaction("approvers").objectStore("approvers").getAll();
  await new Promise((resolve) => request.addEventListener("success", resolve));
  database.close();
  const rows: readonly { pair?: CryptoKeyPair }[] = request.result;
  return rows.flatMap(({ pair }) => (pair === undefined ? [] : [pair]));
}
