import { verify, type EditOperation, type Finding, type Flow, type NodeRegistry } from "#engine";
import { registry } from "#nodes";
import { policyFindings } from "#pillars/privileges";
import { freePlace } from "../edits/places.ts";

export { registry };

const found = new WeakMap<NodeRegistry, WeakMap<Flow, readonly Finding[]>>();

/** What verify finds, errors first; remembered for as long as the flow is the same object. */
export function checkFlow(flow: Flow, kinds: NodeRegistry = registry): readonly Finding[] {
  const knownFlows = found.get(kinds) ?? new WeakMap<Flow, readonly Finding[]>();
  found.set(kinds, knownFlows);
  const known = knownFlows.get(flow);
  if (known !== undefined) return known;
  const findings = [...verify(flow, kinds), ...policyFindings(flow, kinds)]
    .toSorted((a, b) => rank(a) - rank(b))
    .map((finding) => withRoom(finding, flow));
  knownFlows.set(flow, findings);
  return findings;
}

function rank({ severity }: Finding): number {
  return severity === "error" ? 0 : 1;
}

/** The engine knows no sizes: what a repair adds is moved to where it lies on nothing. */
function withRoom(finding: Finding, flow: Flow): Finding {
  const { fix } = finding;
  if (fix === undefined) return finding;
  return { ...finding, fix: { ...fix, operations: fix.operations.map((each) => placed(each, flow)) } };
}

function placed(operation: EditOperation, flow: Flow): EditOperation {
  if (operation.type !== "add-node") return operation;
  const { node } = operation;
  return { ...operation, node: { ...node, position: freePlace(flow, node.type, node.position, registry) } };
}
