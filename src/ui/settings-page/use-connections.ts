import type { Connection, ConnectionVerdict } from "#providers";
import { notify } from "#ui/kit";
import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Home } from "../app/home.ts";
import { useHome } from "../app/home-context.tsx";
import type { SettingsWords } from "../messages/settings/index.ts";
import { originOf, type ConnectionDraft } from "./connection-draft.ts";

/** Where the key of a connection is; `lost` when it was kept in a tab that is gone. */
export type KeyState = "device" | "tab" | "none" | "lost";

export interface Connections {
  readonly list: readonly Connection[];
  readonly keys: ReadonlyMap<string, KeyState>;
  readonly save: (connection: Connection, typed: Pick<ConnectionDraft, "key" | "keep">) => Promise<boolean>;
  readonly remove: (connection: Connection) => void;
  readonly test: (connection: Connection, typedKey: string, signal: AbortSignal) => Promise<ConnectionVerdict>;
}

/** The person's connections with the state of their keys, and what can be done with them. */
export function useConnections(t: SettingsWords): Connections {
  const home = useHome();
  const list = useStore(home.connections);
  const [keys, setKeys] = useState<Connections["keys"]>(new Map());
  const refresh = useCallback(() => void keyStates(home, home.connections.getState()).then(setKeys), [home]);
  useEffect(() => {
    home.loadConnections().catch(() => notify({ text: t.notRead, signal: "stop" }));
  }, [home, t]);
  useEffect(refresh, [refresh, list]);
  return {
    list,
    keys,
    async save(connection, { key, keep }) {
      try {
        // The key first: a connection that says it has a key must have one.
        if (key !== "" && connection.keyRef !== undefined)
          await (await home.vault()).put(connection.keyRef, originOf(connection), key, keep);
        const others = home.connections.getState();
        const isKnown = others.some(({ id }) => id === connection.id);
        await home.saveConnections(
          isKnown ? others.map((each) => (each.id === connection.id ? connection : each)) : [...others, connection],
        );
        refresh();
        return true;
      } catch {
        void notify({ text: t.notSaved, signal: "stop" });
        return false;
      }
    },
    remove(connection) {
      removeConnection(home, connection).then(
        () => void notify({ text: t.removed(connection.title) }),
        () => void notify({ text: t.notSaved, signal: "stop" }),
      );
    },
    async test(connection, typedKey, signal) {
      const [{ tryConnection }, vault] = await Promise.all([import("./try-connection.ts"), home.vault()]);
      const secret = async (ref: string, origin: string) => (typedKey === "" ? vault.use(ref, origin) : typedKey);
      return tryConnection(connection, secret, signal);
    },
  };
}

async function removeConnection(home: Home, { id, keyRef }: Connection): Promise<void> {
  if (keyRef !== undefined) await (await home.vault()).remove(keyRef);
  await home.saveConnections(home.connections.getState().filter((each) => each.id !== id));
}

async function keyStates(home: Home, list: readonly Connection[]): Promise<ReadonlyMap<string, KeyState>> {
  if (list.length === 0) return new Map();
  const vault = await home.vault();
  const states = list.map(async ({ id, keyRef }): Promise<[string, KeyState]> => {
    if (keyRef === undefined) return [id, "none"];
    return [id, (await vault.kept(keyRef)) ?? "lost"];
  });
  return new Map(await Promise.all(states));
}
