import {
  createBrowserKeyRing,
  createBrowserParts,
  createBrowserPorts,
  openHouse,
  type House,
  type Vault,
} from "#hosts/browser";
import { registry } from "#nodes";
import type { Connection } from "#providers";
import type { Databases, TrustRepository } from "#store";

/** Everything that runs: loaded when the first chat, approval or trace is opened, not before the canvas. */
export interface OpenedHouse {
  readonly house: House;
  readonly vault: Vault;
}

export async function openBrowserHouse(
  databases: Databases,
  trust: TrustRepository,
  connections: () => readonly Connection[],
  vault: Vault,
): Promise<OpenedHouse> {
  const ports = await createBrowserPorts({ databases, connections, vault, document });
  const parts = createBrowserParts(databases, trust, createBrowserKeyRing(), ports);
  return { house: await openHouse(parts, registry), vault };
}
