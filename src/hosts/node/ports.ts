import { join } from "node:path";
import type { Models, Tools } from "#engine";
import type { RawPorts } from "#monitor";
import { digestOf } from "#pillars/trace";
import { createKnowledgeSearch } from "#providers";
import { loadCedar } from "../cedar/node.ts";
import { createDemoCrm, crmState } from "../demo-crm/index.ts";
import { createNodeInspector } from "./inspector.ts";
import { createNodeTransformer } from "./transformer/index.ts";
import { createNodeModels, readConnections } from "./models/index.ts";
import { createNodeTools, readToolOrigins } from "./tools/index.ts";
import { createNodeCodeRunner, type SandboxRunner } from "./sandbox/index.ts";
import { makeFolder, readIfThere, withFileLock, writePrivately } from "./state/index.ts";

export interface NodePortsOptions {
  /** The state folder: connections and the demo shop's data lie in it. */
  readonly state: string;
  /** Ids of the models that the flow asks for. */
  readonly models: readonly string[];
  /** Scheme, host and port of what tools may reach besides what the state folder allows: a person named each of them. */
  readonly allowedOrigins?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Answers for the model `scripted`, in tests and benchmarks. */
  readonly scripted?: Models;
}

export interface NodePorts extends RawPorts {
  readonly code: SandboxRunner;
}

/** The world as Node offers it, unguarded: for the monitor alone. Rejects with one sentence when a part cannot be had. */
export async function createNodePorts({
  state,
  models,
  allowedOrigins = [],
  environment = process.env,
  scripted,
}: NodePortsOptions): Promise<NodePorts> {
  const [connections, origins, policy, inspector] = await Promise.all([
    readConnections(state, environment, models),
    readToolOrigins(state, allowedOrigins),
    loadCedar(),
    createNodeInspector(),
  ]);
  return {
    models: createNodeModels(connections, environment, scripted),
    tools: createNodeTools(createFileCrm(state), origins, environment),
    code: createNodeCodeRunner(),
    search: createKnowledgeSearch(),
    policy,
    inspector,
    transformer: createNodeTransformer(state),
    digest: digestOf,
    delay,
  };
}

/** Rejects never: whoever waits looks at the signal. The timer ends with it, so that no limit outlives its run. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    // A longer wait than a timer can hold would end at once.
    const timer = setTimeout(resolve, Math.min(milliseconds, 2 ** 31 - 1));
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** The demo shop, kept in the state folder. Processes that share the folder take turns, so that no refund is lost. */
function createFileCrm(state: string): Tools {
  const path = join(state, "demo-crm.json");
  const shop = createDemoCrm({
    async load() {
      const text = await readIfThere(path);
      return text === undefined ? undefined : crmState.parse(JSON.parse(text));
    },
    save: (next) => writePrivately(path, JSON.stringify(next)),
  });
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    await makeFolder(state);
    const done = await withFileLock(`${path}.lock`, 10_000, work);
    if (done === undefined) throw new Error("Another process holds the demo shop.");
    return done.value;
  };
  return {
    standing: (...call) =>
      inTurn(async () => (await shop.standing?.(...call)) ?? { ownRecord: false, sameTarget: false }),
    call: (...call) => inTurn(() => shop.call(...call)),
  };
}
