import { draw, equalJson, isKind, jsonValue, type JsonValue, type NodeRegistry, type RunEvent } from "#engine";
import type { RawPorts } from "#monitor";
import { loadRun, sealedRunKeys, type Signer } from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";
import { runEventOf } from "./sink.ts";

/** The tool that a flow offers under a name, as far as it decides whom a call reaches. */
type ToolFace = JsonValue | undefined;

/**
 * Whom and what a tool was used for in earlier runs of the flow. Only runs tell that this workspace has opened itself and that still
 * are what their keys have signed; those that were deleted tell nothing, nor does a value that was erased, nor a tool that has
 * become another since. A run that cannot be read proves nothing.
 */
export function usedBeforeOf(
  parts: WorkspaceParts,
  { runId, flow }: RunRecord,
  registry: NodeRegistry,
  workspace: Pick<Signer, "vkey">,
): NonNullable<RawPorts["usedBefore"]> {
  return async (tool, isIt) => {
    const face = faceOf(flow, tool, registry);
    if (face === undefined) return false;
    const keys = await sealedRunKeys(parts.store, workspace.vkey);
    const records = (await parts.shelf.ofFlow(flow.id)).filter(
      (record) =>
        record.runId !== runId &&
        keys.get(record.origin) === record.vkey &&
        equalJson(faceOf(record.flow, tool, registry), face),
    );
    for (const record of records.toSorted((one, other) => other.createdAt - one.createdAt).slice(0, mostRuns)) {
      const events = await readSealed(parts, record).catch(() => []);
      if (approvedUses(events, tool).some(isIt)) return true;
    }
    return false;
  };
}

/** Older ones are forgotten: a person is asked once more. */
const mostRuns = 200;

/** What a checkpoint of the run's key covers: a tail after it may have been written by anybody. */
async function readSealed({ store }: WorkspaceParts, { origin, vkey }: RunRecord): Promise<readonly RunEvent[]> {
  const { events, state } = await loadRun(store, origin, vkey);
  return events.slice(0, state.sealed).map(runEventOf);
}

/** Calls that a person approved and that came to what they were for. */
function approvedUses(events: readonly RunEvent[], tool: string) {
  const done = new Set(
    events.flatMap((event) => (isKind(event, "tool.result") && event.attrs.outcome === "success" ? [event.key] : [])),
  );
  return events.flatMap((event) => {
    if (!isKind(event, "tool.call") || event.attrs.tool !== tool) return [];
    const args = event.values.arguments;
    return args === undefined || event.attrs.approvalId === undefined || !done.has(event.key) ? [] : [args];
  });
}

function faceOf(flow: RunRecord["flow"], tool: string, registry: NodeRegistry): ToolFace {
  const specs = [...draw(flow, registry).nodes.values()].flatMap(({ definition, config }) =>
    definition.toolsFor(config),
  );
  const spec = specs.find(({ name }) => name === tool);
  if (spec === undefined) return undefined;
  const { effect, roles, remote } = spec;
  return jsonValue.parse({ effect, roles, ...(remote === undefined ? {} : { to: [remote.method, remote.address] }) });
}
