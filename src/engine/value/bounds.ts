/** How much of a value from outside is taken in. */
export interface Bounds {
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Characters of all text and names together, with one for everything else. */
  readonly characters: number;
}

/** Names that code written without care takes for its own (CVE-2026-33696, CVE-2021-21297). */
const names: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * What keeps a value from being taken in, as the end of a sentence; undefined for bounded, plain JSON. Looks at unknown data
 * before anything recursive does: without recursion itself, and never further than the bounds.
 */
export function valueProblem(value: unknown, { depth, characters }: Bounds): string | undefined {
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  let left = characters;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: each, level } = next;
    left -= typeof each === "string" ? each.length + 1 : 1;
    if (left < 0) return "is too large";
    if (isScalar(each)) continue;
    if (typeof each !== "object" || each === null) return "is not JSON";
    if (level >= depth) return "is too deep";
    if (!Array.isArray(each)) {
      const prototype: unknown = Object.getPrototypeOf(each);
      if (prototype !== Object.prototype && prototype !== null) return "is not JSON";
      for (const name of Object.keys(each)) {
        if (names.has(name)) return `has a field called ${name}`;
        left -= name.length;
      }
    } else if (each.length > left) return "is too large";
    for (const inner of Object.values(each)) open.push({ value: inner, level: level + 1 });
  }
  return undefined;
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  );
}
