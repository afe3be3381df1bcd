import type { Flow } from "#engine";

/** A title without what some file system would read in its own way. */
export function plainTitle(title: string): string {
  const plain = title
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80)
    .trim();
  return plain === "" ? "flow" : plain;
}

/** What a flow file is called. */
export function flowFileName(title: string): string {
  return `${plainTitle(title)}.gatehouse.json`;
}

/** The file's text: the strict flow and nothing else. A flow has no field that could hold a key, a grant or a run. */
export function flowFileText(flow: Flow): string {
  return `${JSON.stringify(flow, undefined, 2)}\n`;
}
