import { Dexie, type EntityTable } from "dexie";
import type { Speaker } from "#engine";
import { formatVkey, type Signer, type WitnessedState } from "#pillars/trace";
import {
  approverPrefix,
  decidersIn,
  freshName,
  generatePair,
  isProfileOf,
  isSameState,
  signerOf,
  type Approver,
  type ApproverBook,
} from "../workspace/index.ts";

interface ApproverRow extends Approver {
  /** Absent where the key signs elsewhere. */
  readonly keyName?: string;
  /** Absent once the profile is retired, and where the key signs elsewhere. */
  readonly pair?: CryptoKeyPair;
}

interface WitnessedRow extends WitnessedState {
  readonly origin: string;
}

/** Why nobody can decide in this browser; one sentence for the card. */
export class CannotKeepKeys extends Error {
  constructor(cause: unknown) {
    super("This browser cannot make or keep a signing key for you, so you cannot decide here. Use another browser.", {
      cause,
    });
    this.name = "CannotKeepKeys";
  }
}

/** People who decide in this browser. Their private keys cannot be read, only used; see the note in the README. */
export function createBrowserApprovers(databaseName = "gatehouse-approvers"): ApproverBook {
  const database = new Dexie(databaseName, { chromeTransactionDurability: "strict" });
  database.version(1).stores({ approvers: "vkey, createdAt" });
  database.version(2).stores({ witnessed: "origin" });
  const rows: EntityTable<ApproverRow, "vkey"> = database.table("approvers");
  const witnessed: EntityTable<WitnessedRow, "origin"> = database.table("witnessed");

  async function living(person: Speaker): Promise<ApproverRow | undefined> {
    return decidersIn(await rows.orderBy("createdAt").toArray()).find((row) => isProfileOf(row, person));
  }

  async function make({ id, name, role }: Speaker): Promise<ApproverRow> {
    const keyName = freshName(approverPrefix);
    const pair = await generatePair(false);
    const { vkey } = await open(keyName, pair);
    const fresh: ApproverRow = { id, name, role, keyName, pair, vkey, createdAt: Date.now() };
    // Two tabs in which somebody decides for the first time at once: the first one's key stands.
    return database.transaction("rw", rows, async () => {
      const known = await living(fresh);
      if (known !== undefined) return known;
      await rows.add(fresh);
      return fresh;
    });
  }

  return {
    async list() {
      const found = await rows.orderBy("createdAt").toArray();
      return found.map(approverOf);
    },
    deciders: async () => decidersIn(await rows.orderBy("createdAt").toArray()).map(approverOf),
    async signerOf(person) {
      try {
        return await signerIn((await living(person)) ?? (await make(person)));
      } catch (problem) {
        throw new CannotKeepKeys(problem);
      }
    },
    async knownSigner(person) {
      const known = await living(person);
      return known === undefined ? undefined : signerIn(known);
    },
    async retire(vkey) {
      await database.transaction("rw", rows, async () => {
        const row = await rows.get(vkey);
        if (row === undefined || row.retiredAt !== undefined) return;
        const { pair: _destroyed, ...rest } = row;
        await rows.put({ ...rest, retiredAt: Date.now() });
      });
    },
    async recognise({ id, name, role }, vkey) {
      await database.transaction("rw", rows, async () => {
        if ((await rows.get(vkey)) !== undefined) return;
        await rows.add({ id, name, role, vkey, createdAt: Date.now(), isForeign: true });
      });
    },
    async forget(vkey) {
      await database.transaction("rw", rows, async () => {
        if ((await rows.get(vkey))?.isForeign === true) await rows.delete(vkey);
      });
    },
    witness: {
      last: async (origin) => stateOf(await witnessed.get(origin)),
      advance: (origin, before, state) =>
        database.transaction("rw", witnessed, async () => {
          if (!isSameState(stateOf(await witnessed.get(origin)), before)) return false;
          await witnessed.put({ origin, ...state });
          return true;
        }),
    },
  };
}

function stateOf(row: WitnessedRow | undefined): WitnessedState | undefined {
  return row && { vkey: row.vkey, size: row.size, root: row.root };
}

function approverOf({ keyName: _name, pair: _pair, ...approver }: ApproverRow): Approver {
  return approver;
}

function open(keyName: string, pair: CryptoKeyPair): Promise<Signer> {
  return signerOf(keyName, pair, (name, key) => formatVkey(name, key, "cosignature"));
}

function signerIn({ keyName, pair }: ApproverRow): Promise<Signer> {
  if (pair === undefined || keyName === undefined) throw new Error("A retired profile signs nothing.");
  return open(keyName, pair);
}
