import type { ToolKeys } from "#nodes/http-request/panel";
import type { Home } from "../app/home.ts";

/** The keys of tools in this browser's vault, and the public half of what signs permissions. Loaded when one is asked for. */
export function toolKeysOf({ vault }: Pick<Home, "vault">): ToolKeys {
  const refOf = async (name: string, origin: string) => (await import("#hosts/remote-tools")).toolSecret(name, origin);
  return {
    kept: async (name, origin) => (await vault()).kept(await refOf(name, origin)),
    keep: async (name, origin, value, where) => (await vault()).put(await refOf(name, origin), origin, value, where),
    remove: async (name, origin) => (await vault()).remove(await refOf(name, origin)),
    async savePublicKey(file) {
      const [{ readWorkspaceKey }, { grantKeyOf }, { saveFile }] = await Promise.all([
        import("../app/open-keys.ts"),
        import("#hosts/workspace"),
        import("../exchange/save-file.ts"),
      ]);
      const keys = { keys: [grantKeyOf(await readWorkspaceKey())] };
      saveFile(file, `${JSON.stringify(keys, undefined, 2)}\n`, "application/json");
    },
  };
}
