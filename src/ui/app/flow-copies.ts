import type { Flow } from "#engine";

/** An id that no other flow has; `random` is a UUID. */
export function flowIdFrom(random: string): string {
  return `flow-${random}`;
}

/** The same flow as a new one, under a title that is not taken: "Leave", "Leave 2", "Leave 3". */
export function copyOf(
  flow: Flow,
  id: string,
  taken: ReadonlySet<string>,
  name: (title: string, n: number) => string,
): Flow {
  return { ...flow, id, title: freeTitle(flow.title, taken, name) };
}

/** The longest title that the format of a flow takes. */
export const longestTitle = 120;

export function freeTitle(
  wanted: string,
  taken: ReadonlySet<string>,
  name: (title: string, n: number) => string,
): string {
  const numbered = (n: number) => {
    const [whole, bare] = [name(wanted, n), name("", n)];
    return whole.length <= longestTitle ? whole : name(wanted.slice(0, longestTitle - bare.length), n);
  };
  let title = wanted.slice(0, longestTitle);
  for (let n = 2; taken.has(title); n += 1) title = numbered(n);
  return title;
}
