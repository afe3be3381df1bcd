import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { formatVkey, type KeyAlgorithm, type Signer } from "#pillars/trace";
import { freshName, generatePair, signerOf, type KeyRing } from "#hosts/workspace";
import { withFileLock } from "./file-lock.ts";
import { makeFolder, parseFile, readIfThere, syncFolder, writePrivately } from "./private-file.ts";
import { folderOf, ledgerPath } from "./trace-store.ts";

/** An Ed25519 key pair as RFC 8037 writes it. */
export const pairJwk = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

/** A key pair with the name it signs as. */
const keyFile = z.strictObject({
  name: z.string(),
  /** The key can be copied by whoever can read the file; a trace says so. */
  kind: z.literal("softwareKey"),
  jwk: pairJwk,
});
type KeyFile = z.infer<typeof keyFile>;

/** Keys as files that only their owner can read (mode 0600). A run's file is overwritten and deleted when the run closes. */
export function createFileKeys(state: string): KeyRing {
  const folder = join(state, "keys");
  const workspacePath = join(folder, "workspace.jwk");
  const runPath = (origin: string): string => join(folder, `run-${folderOf(origin)}.jwk`);
  return {
    softwareKey: true,
    async workspace() {
      await makeFolder(folder);
      const made = await withFileLock(`${workspacePath}.lock`, 10_000, async () => {
        const known = await readKey(workspacePath);
        // A new key would speak for none of what is recorded here.
        if (known === undefined && (await readIfThere(ledgerPath(state))))
          throw new Error(
            `The workspace's key is gone from ${folder}, so nothing more can be recorded or sealed in ${state}.`,
          );
        return known ?? makeKey(workspacePath, freshName("gatehouse-"));
      });
      if (made === undefined) throw new Error("Another process holds the workspace's key.");
      return { name: made.value.name, signer: await openKey(made.value) };
    },
    createRunKey: async (origin) => openKey(await makeKey(runPath(origin), origin)),
    async runKey(origin) {
      const known = await readKey(runPath(origin));
      return known === undefined ? undefined : openKey(known);
    },
    destroyRunKey: (origin) => destroy(runPath(origin)),
  };
}

/** The workspace's public key line, if the state folder has one. Makes nothing. */
export async function readWorkspaceVkey(state: string): Promise<string | undefined> {
  const known = await readKey(join(state, "keys", "workspace.jwk"));
  return known === undefined ? undefined : (await openKey(known)).vkey;
}

async function makeKey(path: string, name: string): Promise<KeyFile> {
  const made = keyFile.parse({ name, kind: "softwareKey", jwk: await freshJwk() });
  await writePrivately(path, JSON.stringify(made));
  return made;
}

export async function freshJwk(): Promise<z.infer<typeof pairJwk>> {
  const pair = await generatePair(true);
  const { x, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return pairJwk.parse({ kty: "OKP", crv: "Ed25519", x, d });
}

async function readKey(path: string): Promise<KeyFile | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : parseFile(text, keyFile, path);
}

export async function openKey(
  { name, jwk }: Pick<KeyFile, "name" | "jwk">,
  algorithm: KeyAlgorithm = "ed25519",
): Promise<Signer> {
  const { kty, crv, x } = jwk;
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["sign"]),
    crypto.subtle.importKey("jwk", { kty, crv, x }, "Ed25519", true, ["verify"]),
  ]);
  return signerOf(name, { privateKey, publicKey }, (own, key) => formatVkey(own, key, algorithm));
}

async function destroy(path: string): Promise<void> {
  const text = await readIfThere(path);
  if (text === undefined) return;
  const handle = await open(path, "r+");
  try {
    await handle.writeFile("0".repeat(text.length));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(path);
  await syncFolder(join(path, ".."));
}
