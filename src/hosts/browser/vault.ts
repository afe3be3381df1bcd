import { Dexie, type EntityTable } from "dexie";

interface SecretRow {
  readonly ref: string;
  readonly origin: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/**
 * API keys. Kept on this device they are encrypted with AES-GCM under a key that cannot be extracted, each bound to its
 * connection and origin; kept for this tab only they are in memory. They leave through `use`, which egress alone calls.
 * This protects against backups, exports and dumps of the storage, not against a copied browser profile.
 */
export interface Vault {
  put(ref: string, origin: string, secret: string, keep: "device" | "tab"): Promise<void>;
  has(ref: string): Promise<boolean>;
  /** Where a key is kept; undefined when there is none. */
  kept(ref: string): Promise<"device" | "tab" | undefined>;
  remove(ref: string): Promise<void>;
  /** The secret, for its own origin only. */
  use(ref: string, origin: string): Promise<string | undefined>;
}

export function createVault(databaseName = "gatehouse-vault"): Vault {
  const database = new Dexie(databaseName, { chromeTransactionDurability: "strict" });
  database.version(1).stores({ secrets: "ref", master: "id" });
  const secrets: EntityTable<SecretRow, "ref"> = database.table("secrets");
  const master: EntityTable<{ id: string; key: CryptoKey }, "id"> = database.table("master");
  const inTab = new Map<string, { origin: string; secret: string }>();

  async function masterKey(): Promise<CryptoKey> {
    const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    return database.transaction("rw", master, async () => {
      const known = await master.get("vault");
      if (known !== undefined) return known.key;
      await master.add({ id: "vault", key: fresh });
      return fresh;
    });
  }

  const binding = (ref: string, origin: string) => new TextEncoder().encode(`${ref}\n${origin}`);

  return {
    async put(ref, origin, secret, keep) {
      await secrets.delete(ref);
      inTab.delete(ref);
      if (keep === "tab") {
        inTab.set(ref, { origin, secret });
        return;
      }
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const parameters = { name: "AES-GCM", iv, additionalData: binding(ref, origin) };
      const data = await crypto.subtle.encrypt(parameters, await masterKey(), new TextEncoder().encode(secret));
      await secrets.put({ ref, origin, iv, data });
    },
    has: async (ref) => inTab.has(ref) || (await secrets.get(ref)) !== undefined,
    async kept(ref) {
      if (inTab.has(ref)) return "tab";
      return (await secrets.get(ref)) === undefined ? undefined : "device";
    },
    async remove(ref) {
      inTab.delete(ref);
      await secrets.delete(ref);
    },
    async use(ref, origin) {
      const held = inTab.get(ref);
      if (held !== undefined) return held.origin === origin ? held.secret : undefined;
      const row = await secrets.get(ref);
      if (row === undefined || row.origin !== origin) return undefined;
      const parameters = { name: "AES-GCM", iv: row.iv, additionalData: binding(ref, origin) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, await masterKey(), row.data));
    },
  };
}
