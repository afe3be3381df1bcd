import type { CodeRunner, Models } from "#engine";
import type { RawPorts } from "#monitor";
import type { Transformer } from "#pillars/firewall";
import { digestOf } from "#pillars/trace";
import { createEgress, createIndex, createModels, type Connection } from "#providers";
import { namedValue, type Databases } from "#store";
import { loadCedar } from "../cedar/browser.ts";
import { createDemoCrm, crmState } from "../demo-crm/index.ts";
import { createRemoteTools } from "#hosts/remote-tools";
import { createWorkerInspector } from "./firewall/index.ts";
import type { Vault } from "./vault.ts";

export interface BrowserPortsOptions {
  readonly databases: Databases;
  /** Read at every use, so that a connection added in Settings works at once. */
  readonly connections: () => readonly Connection[];
  readonly vault: Vault;
  readonly document: Document;
  /** Answers for the model `scripted`, in tests. */
  readonly scripted?: Models;
}

/** The world as a browser has it, for the monitor alone. Cedar is loaded here; the sandbox when code first runs. */
export async function createBrowserPorts(options: BrowserPortsOptions): Promise<RawPorts> {
  const { databases, connections, vault, document, scripted } = options;
  const egress = createEgress({
    allow: (origin) => {
      const found = connections().find((each) => new URL(each.baseURL).origin === origin);
      if (found === undefined) return undefined;
      return { origin, configuredByPerson: true, ...(found.keyRef === undefined ? {} : { secretRef: found.keyRef }) };
    },
    secret: (ref, origin) => vault.use(ref, origin),
    fetch: (input, init) => fetch(input, init),
  });
  const models = (): Models =>
    createModels({
      connections: connections(),
      egress,
      ...(scripted === undefined ? {} : { scripted }),
      pause: typing,
    });
  const crm = namedValue(databases, "demo-crm", crmState);
  return {
    models: { info: (model) => models().info(model), stream: (request, signal) => models().stream(request, signal) },
    tools: createRemoteTools({
      local: createDemoCrm({ load: () => crm.read(), save: (state) => crm.write(state) }),
      // The address of a tool was written here, or allowed on the sheet of the file that brought it.
      allow: (origin) => ({ origin, configuredByPerson: true }),
      secret: (ref, origin) => vault.use(ref, origin),
      fetch: (input, init) => fetch(input, init),
    }),
    code: lazyRunner(document),
    search: (documents, query, limit) => createIndex(documents).search(query, limit),
    policy: await loadCedar(),
    inspector: createWorkerInspector(),
    transformer: lazyTransformer(),
    digest: digestOf,
    delay: pause,
  };
}

/** The pace of someone who types fast; the embedded assistant would otherwise answer between two frames. */
function typing(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 12));
}

/** Resolves after the time or when the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

function lazyTransformer(): Transformer {
  let loading: Promise<Transformer> | undefined;
  return {
    async score(text, setting, signal) {
      loading ??= import("./transformer/index.ts").then(({ createBrowserTransformer }) => createBrowserTransformer());
      return (await loading).score(text, setting, signal);
    },
  };
}

function lazyRunner(document: Document): CodeRunner {
  let runner: Promise<CodeRunner> | undefined;
  return {
    async run(request, signal) {
      runner ??= Promise.all([import("./sandbox/index.ts"), import("./python-library/index.ts")]).then(
        ([{ createBrowserCodeRunner }, { pythonLibrary }]) =>
          createBrowserCodeRunner({ document, pythonLibrary: () => pythonLibrary.parcel() }),
      );
      return (await runner).run(request, signal);
    },
  };
}
