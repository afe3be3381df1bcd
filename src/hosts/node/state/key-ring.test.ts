import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseVkey, verifyEd25519 } from "#pillars/trace";
import { createFileKeys, readWorkspaceVkey } from "./key-ring.ts";

const origin = "gatehouse-test/run/r1";
let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "gatehouse-keys-"));
});
afterEach(() => rm(state, { recursive: true, force: true }));

test("keys are for their owner alone, and signatures come from them", async () => {
  const keys = createFileKeys(state);
  const { name, signer } = await keys.workspace();
  const run = await keys.createRunKey(origin);
  for (const file of await readdir(join(state, "keys"))) {
    const { mode } = await stat(join(state, "keys", file));
    expect(mode & 0o777).toBe(0o600);
  }
  expect((await stat(join(state, "keys"))).mode & 0o777).toBe(0o700);
  expect(parseVkey(signer.vkey).name).toBe(name);
  const message = new TextEncoder().encode("hello");
  expect(verifyEd25519(parseVkey(run.vkey).publicKey, message, await run.sign(message))).toBe(true);
  expect((await createFileKeys(state).runKey(origin))?.vkey).toBe(run.vkey);
});

test("a run's key is gone when the run is closed; the workspace's stays", async () => {
  const keys = createFileKeys(state);
  await keys.workspace();
  await keys.createRunKey(origin);
  await keys.destroyRunKey(origin);
  await keys.destroyRunKey(origin);
  expect(await keys.runKey(origin)).toBeUndefined();
  expect(await readdir(join(state, "keys"))).toEqual(["workspace.jwk"]);
});

test("asking for the workspace's key makes none, and several who open at once get the same", async () => {
  expect(await readWorkspaceVkey(state)).toBeUndefined();
  expect(await readdir(state)).toEqual([]);
  const all = await Promise.all(Array.from({ length: 4 }, () => createFileKeys(state).workspace()));
  expect(new Set(all.map(({ signer }) => signer.vkey)).size).toBe(1);
  expect(await readWorkspaceVkey(state)).toBe(all[0]?.signer.vkey);
});

test("a key file that was changed is refused", async () => {
  const keys = createFileKeys(state);
  await keys.workspace();
  const path = join(state, "keys", "workspace.jwk");
  await writeFile(path, (await readFile(path, "utf8")).replace("softwareKey", "other"));
  await expect(createFileKeys(state).workspace()).rejects.toThrow(`${path} is damaged, so it cannot be read.`);
});

test("no new key is made for what an old one sealed", async () => {
  await createFileKeys(state).workspace();
  await writeFile(join(state, "ledger.jsonl"), "what was sealed\n");
  await rm(join(state, "keys", "workspace.jwk"));
  await expect(createFileKeys(state).workspace()).rejects.toThrow("The workspace's key is gone");
  expect(await readdir(join(state, "keys"))).not.toContain("workspace.jwk");
});
