import { Dexie, type EntityTable } from "dexie";
import { formatVkey } from "#pillars/trace";
import { freshName, generatePair, signerOf, type KeyRing } from "../workspace/index.ts";

interface KeyRow {
  readonly origin: string;
  readonly pair: CryptoKeyPair;
}

/**
 * Signing keys in a database of their own. Private keys are not extractable: a script can use them while the page is open,
 * and nobody can copy them out of it. (Someone who copies the browser's profile from the disk can; see README.)
 */
export function createBrowserKeyRing(databaseName = "gatehouse-keys"): KeyRing {
  const database = new Dexie(databaseName, { chromeTransactionDurability: "strict" });
  database.version(1).stores({ keys: "origin", names: "role" });
  const keys: EntityTable<KeyRow, "origin"> = database.table("keys");
  const names: EntityTable<{ role: string; name: string }, "role"> = database.table("names");

  async function signer(origin: string, pair: CryptoKeyPair) {
    return signerOf(origin, pair, formatVkey);
  }

  async function workspaceName(): Promise<string> {
    const fresh = { role: "workspace", name: freshName("gatehouse-") };
    const pair = await generatePair(false);
    // Two tabs that start at once: the first one's name stands.
    return database.transaction("rw", [keys, names], async () => {
      const known = await names.get("workspace");
      if (known !== undefined) return known.name;
      await names.add(fresh);
      await keys.add({ origin: fresh.name, pair });
      return fresh.name;
    });
  }

  return {
    async workspace() {
      const name = await workspaceName();
      const row = await keys.get(name);
      if (row === undefined) throw new Error("The workspace's key is gone from this browser.");
      return { name, signer: await signer(name, row.pair) };
    },
    async createRunKey(origin) {
      const pair = await generatePair(false);
      await keys.add({ origin, pair });
      return signer(origin, pair);
    },
    async runKey(origin) {
      const row = await keys.get(origin);
      return row === undefined ? undefined : signer(origin, row.pair);
    },
    destroyRunKey: (origin) => keys.delete(origin),
  };
}
