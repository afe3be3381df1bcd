import type { Flow, RunOutput, Tools } from "#engine";
import type { RawPorts } from "#monitor";
import { registry } from "#nodes";
import type { Script } from "#providers";
import { openWorkspace, type RunSession, type Workspace, type WorkspaceParts } from "../workspace/index.ts";
import { createMemoryParts } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts, type CountingTools } from "./shop.fixture.ts";

export const nora = { id: "nora", name: "Nora", role: "customer" };
export const mara = { id: "mara", name: "Mara", role: "lead" };
export const lena = { id: "lena", name: "Lena", role: "lead" };

export interface House {
  readonly session: RunSession;
  readonly workspace: Workspace;
  readonly tools: CountingTools;
  readonly parts: WorkspaceParts;
}

/** One open run in a whole house: real rules, firewall, trace and gate around a scripted model and tools that count. */
export async function openHouse(
  script: Script,
  change: {
    readonly flow?: Flow;
    readonly tools?: (counting: CountingTools) => Tools;
    readonly ports?: (ports: RawPorts) => RawPorts;
    readonly now?: () => number;
    readonly drawn?: (flowId: string) => Promise<Flow | undefined>;
    readonly allowed?: WorkspaceParts["allowed"];
  } = {},
): Promise<House> {
  const tools = createCountingTools();
  const ports = await shopPorts(script, change.tools?.(tools) ?? tools);
  const parts = createMemoryParts(change.ports?.(ports) ?? ports, {
    ...(change.now === undefined ? {} : { now: change.now }),
    ...(change.allowed === undefined ? {} : { allowed: change.allowed }),
    ...(change.drawn === undefined ? {} : { drawn: change.drawn }),
  });
  const workspace = await openWorkspace(parts, registry);
  const started = await workspace.start(change.flow ?? shopFlow());
  if (!started.ok) throw new Error(started.sentence + JSON.stringify(started.findings));
  return { session: started.session, workspace, tools, parts };
}

export async function drain(stream: AsyncIterable<RunOutput>): Promise<RunOutput[]> {
  const all: RunOutput[] = [];
  for await (const item of stream) all.push(item);
  return all;
}

/** The first request that waits; throws where nobody is asked. */
export function asked(session: RunSession): ReturnType<RunSession["waiting"]>[number] {
  const [request] = session.waiting();
  if (request === undefined) throw new Error("Nobody is asked.");
  return request;
}

export function statusOf(session: RunSession): string {
  const end = session.events().findLast((event) => event.kind === "turn.end");
  return end?.kind === "turn.end" ? end.attrs.status : "open";
}
