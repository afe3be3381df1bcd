import {
  createBrowserKeyRing,
  createBrowserParts,
  createBrowserPorts,
  openHouse,
  type House,
  type Vault,
} from "#hosts/browser";
import type { ApproverBook } from "#hosts/workspace";
import { registry } from "#nodes";
import type { Connection } from "#providers";
import type { Databases, FlowRepository, TrustRepository } from "#store";

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
  approvers: ApproverBook,
  flows: Pick<FlowRepository, "get">,
): Promise<OpenedHouse> {
  const ports = await createBrowserPorts({ databases, connections, vault, document });
  const parts = createBrowserParts(
    databases,
    trust,
    createBrowserKeyRing(),
    ports,
    approvers,
    async (id) => (await flows.get(id))?.flow,
  );
  return { house: await openHouse(parts, registry), vault };
}
