import type { Flow, JsonObject, LlmRequest } from "#engine";
import type { Script } from "#providers";
import { openHouse, type House } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createRemoteTools, type RemoteToolParts } from "#hosts/remote-tools";

const base = {
  name: "look_up_stock",
  description: "Looks up how many pieces of a product are in stock.",
  arguments: [{ name: "productId", description: "Number of the product" }],
};

/** The shop's flow with a tool that calls `address`, which the permission lets through alone. */
export function remoteFlow(address: string, config: JsonObject = {}, rule: JsonObject = { allow: "alone" }): Flow {
  const settings = { ...base, address, ...config };
  const flow = shopFlow({ permission: { rules: [{ tool: settings.name, ...rule }], beyond: "allow" } });
  const isShop = (id: string): boolean => id === "look" || id === "refund";
  return {
    ...flow,
    nodes: [
      ...flow.nodes.filter(({ id }) => !isShop(id)),
      { id: "stock", type: "http-request", version: 1, position: { x: 0, y: 0 }, config: settings },
    ],
    edges: [
      ...flow.edges.filter(({ from }) => !isShop(from.node)),
      {
        id: "stock-agent",
        kind: "attach",
        from: { node: "stock", port: "guard" },
        to: { node: "agent", port: "tool" },
      },
    ],
  };
}

/** A model that makes one call, and then says what it was answered. */
export function oneCall(tool: string, args: JsonObject): Script {
  return (request: LlmRequest) => {
    const last = request.messages.at(-1);
    return last?.role === "tool" ? JSON.stringify(last.result) : { calls: [{ tool, arguments: args }] };
  };
}

/** A whole house whose tools may go where a person allowed it; everywhere, unless the test says otherwise. */
export function openRemoteHouse(
  script: Script,
  flow: Flow,
  parts: Partial<RemoteToolParts> = {},
  now?: () => number,
): Promise<House> {
  return openHouse(script, {
    flow,
    ...(now === undefined ? {} : { now }),
    tools: (local) =>
      createRemoteTools({
        local,
        allow: (origin) => ({ origin, configuredByPerson: true }),
        secret: async () => undefined,
        fetch: (input, init) => fetch(input, init),
        ...parts,
      }),
  });
}
