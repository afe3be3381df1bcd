import type { Drawing } from "./drawing.ts";
import type { Finding } from "./finding.ts";

/** Node ids in an order in which every step comes after what feeds it; those left over form cycles. */
export function topologicalOrder(drawing: Drawing): {
  readonly order: readonly string[];
  readonly cyclic: readonly string[];
} {
  const missing = new Map<string, number>();
  for (const id of drawing.nodes.keys()) missing.set(id, drawing.dataInto(id).length);
  const ready = [...missing].filter(([, count]) => count === 0).map(([id]) => id);
  const order: string[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    order.push(next);
    for (const edge of drawing.dataFrom(next)) {
      const left = (missing.get(edge.to.node) ?? 0) - 1;
      missing.set(edge.to.node, left);
      if (left === 0) ready.push(edge.to.node);
    }
  }
  return { order, cyclic: [...drawing.nodes.keys()].filter((id) => !order.includes(id)) };
}

export function checkOrder(drawing: Drawing): Finding[] {
  const { cyclic } = topologicalOrder(drawing);
  const first = cyclic[0] ?? hungOnItself(drawing);
  if (first === undefined) return [];
  const title = drawing.nodes.get(first)?.title ?? first;
  return [
    {
      code: "cycle",
      severity: "error",
      at: { node: first },
      title: `${title} waits for itself`,
      message: "These wires go round in a circle, so none of the steps could ever start. Remove one of them.",
    },
  ];
}

/** A helper that hangs, through others, on itself; undefined when there is none. */
function hungOnItself(drawing: Drawing): string | undefined {
  return [...drawing.nodes.keys()].find((id) => {
    const below = new Set(drawing.helpersOf(id).map((helper) => helper.node.id));
    for (const helper of below) for (const next of drawing.helpersOf(helper)) below.add(next.node.id);
    return below.has(id);
  });
}

/** A flow starts somewhere, answers, and has no step that nothing leads to. */
export function checkReach(drawing: Drawing): Finding[] {
  const steps = [...drawing.nodes.values()];
  const triggers = steps.filter((each) => each.definition.trigger !== undefined);
  const findings: Finding[] = [];
  if (triggers.length === 0) {
    findings.push({
      code: "no-trigger",
      severity: "error",
      at: {},
      title: "Nothing starts this flow",
      message: "Place a Chat input and draw a wire from it.",
    });
  }
  if (!steps.some((each) => each.definition.answers)) {
    findings.push({
      code: "no-answer",
      severity: "warning",
      at: {},
      title: "Nothing answers",
      message: "Place a Reply, or the person who writes gets no answer.",
    });
  }
  const reached = new Set(triggers.map((each) => each.node.id));
  for (const id of reached) {
    for (const edge of drawing.dataFrom(id)) reached.add(edge.to.node);
    for (const helper of drawing.helpersOf(id)) reached.add(helper.node.id);
  }
  for (const each of steps) {
    if (reached.has(each.node.id) || !(each.definition.runs || each.definition.provides !== undefined)) continue;
    const loose =
      each.definition.provides !== undefined &&
      drawing.hostsOf(each.node.id).length === 0 &&
      drawing.dataInto(each.node.id).length === 0;
    findings.push({
      code: loose ? "loose-helper" : "not-reached",
      severity: "warning",
      at: { node: each.node.id },
      title: loose ? `${each.title} hangs on nothing` : `${each.title} is never reached`,
      message: loose
        ? "Draw a wire from it to the step it should serve."
        : "No wire leads here from the start of the flow.",
    });
  }
  return findings;
}
