import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Speaker } from "#engine";
import { approverPrefix, decidersIn, freshName, isProfileOf, type Approver, type ApproverBook } from "#hosts/workspace";
import { leafHash, toBase64Url } from "#pillars/trace";
import { createFileWitness } from "./file-witness.ts";
import { withFileLock } from "./file-lock.ts";
import { freshJwk, openKey, pairJwk } from "./key-ring.ts";
import { makeFolder, namesIfThere, readIfThere, writePrivately } from "./private-file.ts";

const approverFile = z.strictObject({
  /** What the key signs as. */
  keyName: z.string(),
  kind: z.literal("softwareKey"),
  vkey: z.string(),
  person: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
  createdAt: z.number(),
  retiredAt: z.number().optional(),
  /** Absent once the profile is retired. */
  jwk: pairJwk.optional(),
});
type ApproverFile = z.infer<typeof approverFile>;

/** The public key of somebody who signs elsewhere, as a person here has recognised it. */
const recognisedFile = z.strictObject({
  kind: z.literal("recognisedKey"),
  vkey: z.string(),
  person: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
  createdAt: z.number(),
});

/**
 * People who decide from a state folder: one file a profile, mode 0600, in `approvers`; keys of others in `known-approvers`; what was
 * cosigned in `witnessed`.
 */
export function createFileApprovers(state: string, now: () => number = () => Date.now()): ApproverBook {
  const folder = join(state, "approvers");
  const elsewhere = join(state, "known-approvers");

  async function all(): Promise<readonly ApproverFile[]> {
    return inOrder((await contentsOf(folder)).map((content) => approverFile.parse(content)));
  }

  async function recognised(): Promise<readonly Approver[]> {
    const files = inOrder((await contentsOf(elsewhere)).map((content) => recognisedFile.parse(content)));
    return files.map(({ person, vkey, createdAt }) => ({ ...person, vkey, createdAt, isForeign: true }));
  }

  // A key's own line may hold what a file's name may not.
  const recognisedAt = (vkey: string): string => join(elsewhere, `${toBase64Url(leafHash(vkey))}.json`);

  async function living(person: Speaker): Promise<ApproverFile | undefined> {
    return (await all()).find((file) => isProfileOf(approverOf(file), person));
  }

  async function make({ id, name, role }: Speaker): Promise<ApproverFile> {
    const keyName = freshName(approverPrefix);
    const jwk = await freshJwk();
    const { vkey } = await openKey({ name: keyName, jwk }, "cosignature");
    const person = { id, name, role };
    const made: ApproverFile = { keyName, kind: "softwareKey", vkey, person, createdAt: now(), jwk };
    await writePrivately(fileOf(keyName), JSON.stringify(made));
    return made;
  }

  const fileOf = (keyName: string): string => join(folder, `${keyName}.json`);

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    await makeFolder(folder);
    const done = await withFileLock(join(folder, "book.lock"), 10_000, work);
    if (done === undefined) throw new Error("Another process holds the approvers' keys.");
    return done.value;
  }

  return {
    list: async () => [...(await all()).map(approverOf), ...(await recognised())],
    deciders: async () => decidersIn((await all()).map(approverOf)),
    signerOf: async (person) => signerIn(await alone(async () => (await living(person)) ?? (await make(person)))),
    async knownSigner(person) {
      const known = await living(person);
      return known === undefined ? undefined : signerIn(known);
    },
    retire: (vkey) =>
      alone(async () => {
        const found = (await all()).find((file) => file.vkey === vkey && file.retiredAt === undefined);
        if (found === undefined) return;
        const { jwk: _destroyed, ...rest } = found;
        await writePrivately(fileOf(found.keyName), JSON.stringify({ ...rest, retiredAt: now() }));
      }),
    recognise: ({ id, name, role }, vkey) =>
      alone(async () => {
        const known = [...(await all()), ...(await recognised())];
        if (known.some((each) => each.vkey === vkey)) return;
        await makeFolder(elsewhere);
        const person = { id, name, role };
        const file: z.infer<typeof recognisedFile> = { kind: "recognisedKey", vkey, person, createdAt: now() };
        await writePrivately(recognisedAt(vkey), JSON.stringify(file));
      }),
    forget: (vkey) => rm(recognisedAt(vkey), { force: true }),
    witness: createFileWitness(join(state, "witnessed"), alone),
  };
}

async function contentsOf(folder: string): Promise<readonly unknown[]> {
  const names = (await namesIfThere(folder)).filter((name) => name.endsWith(".json")).toSorted();
  const texts = await Promise.all(names.map((name) => readIfThere(join(folder, name))));
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text)]));
}

function inOrder<T extends { readonly createdAt: number }>(files: readonly T[]): readonly T[] {
  return files.toSorted((a, b) => a.createdAt - b.createdAt);
}

function approverOf({ person, vkey, createdAt, retiredAt }: ApproverFile): Approver {
  return { ...person, vkey, createdAt, retiredAt };
}

function signerIn({ keyName, jwk }: ApproverFile) {
  if (jwk === undefined) throw new Error("A retired profile signs nothing.");
  return openKey({ name: keyName, jwk }, "cosignature");
}
