import { layers, roots } from "./layers.ts";

const marks = { start: "<!-- layers:start (npm run draw) -->", end: "<!-- layers:end -->" };

/** The layer table as a drawing: importers below what they import, roots last. */
function diagram(): string {
  const order = sortedByDepth();
  const width = Math.max(...[...order, ...Object.keys(roots)].map((layer) => layer.length));
  const lines = order.map((layer) => `${layer.padEnd(width)}  ${allowed(layers[layer] ?? [])}`);
  const isFree = (root: string) => (roots[root] ?? []).length > 0;
  const free = Object.keys(roots).filter(isFree);
  const alone = Object.keys(roots).filter((root) => !isFree(root));
  return [
    `${"folder".padEnd(width)}  may import`,
    `${"-".repeat(width)}  ----------`,
    ...lines,
    "",
    `Nobody imports these, and they import everything but src/ui: ${free.join(", ")}.`,
    `These stand alone: ${alone.join(", ")}.`,
  ].join("\n");
}

/** `text` with what stands between the marks replaced by the drawing. */
export function withDiagram(text: string): string {
  const start = text.indexOf(marks.start);
  const end = text.indexOf(marks.end);
  if (start < 0 || end < start) throw new Error("ARCHITECTURE.md has lost the marks around the drawing of the layers.");
  return `${text.slice(0, start)}${marks.start}\n\`\`\`text\n${diagram()}\n\`\`\`\n${text.slice(end)}`;
}

function allowed(list: readonly string[]): string {
  return list.length === 0 ? "nothing of ours" : list.join(", ");
}

/** What others stand on comes first: a layer's depth is one more than that of its deepest import. */
function sortedByDepth(): string[] {
  const names = Object.keys(layers);
  return names.sort((a, b) => depth(a) - depth(b) || names.indexOf(a) - names.indexOf(b));
}

function depth(layer: string): number {
  return 1 + Math.max(0, ...(layers[layer] ?? []).map(depth));
}
