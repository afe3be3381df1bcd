import { createBrowserKeyRing, createVault, type Vault } from "#hosts/browser";

/** The one vault of this tab: a key that is kept for this tab only is in its memory. */
export function openVault(): Vault {
  return createVault();
}

/** The public key that runs of this browser are sealed under, in the form that `gatehouse verify --trust` takes. */
export async function readWorkspaceKey(): Promise<string> {
  return (await createBrowserKeyRing().workspace()).signer.vkey;
}
