import { existsSync } from "node:fs";
import type { Flow } from "#engine";
import { createNodeParts, createNodePorts } from "#hosts/node";
import { openWorkspace, type Workspace, type WorkspaceParts } from "#hosts/workspace";
import { registry } from "#nodes";
import { CliError } from "./cli-error.ts";
import { modelsOf } from "./load-flow.ts";
import { plainText } from "./plain-text.ts";
import type { Shell } from "./shell.ts";

export interface House {
  readonly workspace: Workspace;
  readonly parts: WorkspaceParts;
}

/** Opens the workspace in a state folder, with the models that the flow asks for. Says so when one of them is not there. */
export async function openHouse(
  state: string,
  flow: Flow,
  shell: Shell,
  allowedOrigins: readonly string[] = [],
): Promise<House> {
  const models = modelsOf(flow, registry);
  const ports = await createNodePorts({ state, models, allowedOrigins, environment: shell.environment });
  const absent = models.find((model) => ports.models.info(model) === undefined);
  if (absent !== undefined)
    throw new CliError(
      "usage",
      `There is no model ${plainText(absent)} here. Use embedded, openai/NAME with OPENAI_API_KEY, anthropic/NAME with ANTHROPIC_API_KEY, or a connection from ${state}/connections.json.`,
    );
  return openParts(state, ports, shell);
}

/** Opens the workspace to read what was recorded and to see to it; no model is asked. */
export async function openRecords(state: string, shell: Shell): Promise<House> {
  if (!existsSync(state)) throw new CliError("state", `There is nothing recorded in ${plainText(state)} yet.`);
  const ports = await createNodePorts({ state, models: [], allowedOrigins: [], environment: shell.environment });
  return openParts(state, ports, shell);
}

async function openParts(state: string, ports: WorkspaceParts["ports"], shell: Shell): Promise<House> {
  const parts = createNodeParts({
    state,
    ports,
    onCut: (path, bytes) =>
      shell.tell(`${path}: ${bytes} bytes of an unfinished write were cut off. Nothing that was confirmed is lost.`),
    verifyPage: () => pageFor(shell),
  });
  return { parts, workspace: await openWorkspace(parts, registry) };
}

/** Made on first use. Where that is impossible, as in an installation without its tools, a bundle is as good without it. */
async function pageFor(shell: Shell): Promise<Uint8Array | undefined> {
  try {
    const { verifyPage } = await import("#verify-page");
    return await verifyPage();
  } catch {
    shell.tell(
      "The page verify.html could not be made, so the bundle goes without it. It can be checked all the same.",
    );
    return undefined;
  }
}
