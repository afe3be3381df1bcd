import { encode } from "uqr";

/** A QR code as one path of an SVG, a module a unit, with the quiet zone that readers need around it. */
export interface QrPath {
  /** Units on each side. */
  readonly size: number;
  readonly path: string;
}

const quietZone = 4;

/** Medium error correction, so that a print that is folded or smudged can still be read. Throws for more than some 2,300 bytes. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const path = data.flatMap((row, y) => runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`));
  return { size, path: path.join("") };
}

/** Where dark modules stand side by side: from, and to before. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}
