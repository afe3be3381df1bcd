import { verify, type Finding, type Flow } from "#engine";
import { registry } from "#nodes";

const found = new WeakMap<Flow, readonly Finding[]>();

/** What verify finds, errors first; remembered for as long as the flow is the same object. */
export function checkFlow(flow: Flow): readonly Finding[] {
  const known = found.get(flow);
  if (known !== undefined) return known;
  const findings = verify(flow, registry).toSorted((a, b) => rank(a) - rank(b));
  found.set(flow, findings);
  return findings;
}

function rank({ severity }: Finding): number {
  return severity === "error" ? 0 : 1;
}
