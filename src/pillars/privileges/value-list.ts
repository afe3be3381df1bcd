/** A value that can be told from the words around it. */
const bare = /^[\p{L}\p{N}_.-]{1,80}$/u;

/** "invoices, payments or costs"; a value that is more than a word stands in quotes. */
export function valueList(values: readonly string[]): string {
  const written = values.map((value) => (bare.test(value) && value !== "or" ? value : JSON.stringify(value)));
  const last = written.at(-1) ?? "";
  return written.length < 2 ? last : `${written.slice(0, -1).join(", ")} or ${last}`;
}

const item = /\s*(?:"((?:[^"\\]|\\.){0,500})"|([^\s,"]{1,80}))(\s{0,9},\s{0,9}|\s{1,9}or\s{1,9}|\s{0,9}$)/uy;

/** The values of a list as people write it; undefined when it cannot be read. */
export function valuesFrom(text: string): readonly string[] | undefined {
  const values: string[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < text.length) {
    const found = item.exec(text);
    if (found === null) return undefined;
    const value = found[1] === undefined ? found[2] : unquoted(found[1]);
    if (value === undefined) return undefined;
    if (!values.includes(value)) values.push(value);
    if (found[3]?.trim() === "" && item.lastIndex < text.length) return undefined;
  }
  return values;
}

function unquoted(inner: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${inner}"`);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
