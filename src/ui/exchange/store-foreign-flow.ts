import type { Flow } from "#engine";
import type { Home } from "../app/home.ts";
import { copyOf, flowIdFrom } from "../app/flow-copies.ts";

/**
 * Stores a flow from a file under an id of our own, with what was allowed. The trust comes first: were the second write to
 * fail, a record without a flow does no harm, while a flow without a record would be free.
 */
export async function storeForeignFlow(
  { flows, trust }: Pick<Home, "flows" | "trust">,
  foreign: Flow,
  allowed: readonly string[],
  name: (title: string, n: number) => string,
): Promise<Flow> {
  const taken = new Set((await flows.list()).map(({ flow }) => flow.title));
  const flow = copyOf(foreign, flowIdFrom(crypto.randomUUID()), taken, name);
  await trust.write(flow.id, { allowed: [...allowed] });
  await flows.save(flow, Date.now());
  return flow;
}
