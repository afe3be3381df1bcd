import type { FieldPath } from "#ui/kit";

/** A copy with another value at one place; `undefined` takes a field away. What lies elsewhere stays the same object. */
export function setAt(whole: unknown, path: FieldPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole) || typeof key === "number") {
    const list: unknown[] = Array.isArray(whole) ? whole : [];
    return Array.from({ length: Math.max(list.length, Number(key) + 1) }, (_, at) =>
      at === key ? setAt(list[at], rest, value) : list[at],
    );
  }
  const fields = Object.entries(typeof whole === "object" && whole !== null ? whole : {});
  const before = fields.find(([name]) => name === key)?.[1];
  const next = setAt(before, rest, value);
  if (next === undefined) return Object.fromEntries(fields.filter(([name]) => name !== key));
  if (fields.some(([name]) => name === key))
    return Object.fromEntries(fields.map(([name, old]) => [name, name === key ? next : old]));
  return Object.fromEntries([...fields, [key, next]]);
}
