/** One argument: a field of what comes in, or the author's own text. */
export type Given = { readonly name: string } & (
  | { readonly kind: "field"; readonly path: readonly string[] }
  | { readonly kind: "text"; readonly text: string }
);

const line = /^([A-Za-z_][A-Za-z0-9_]{0,63}):[ \t]?(.*)$/u;
const field = /^\{\{[ \t]?value((?:\.[A-Za-z0-9_-]{1,64}){0,8})[ \t]?\}\}$/u;

/** What the lines give, or the first line that cannot be read, as a sentence. */
export function readGiven(lines: string): readonly Given[] | string {
  const given: Given[] = [];
  for (const each of lines.split("\n").map((text) => text.trim())) {
    if (each === "") continue;
    const [, name = "", rest = ""] = line.exec(each) ?? [];
    if (name === "") return `Write “argument: what it is given” in each line; “${each.slice(0, 40)}” is none.`;
    if (given.some((known) => known.name === name)) return `${name} is given twice.`;
    const found = field.exec(rest.trim());
    if (found === null && rest.includes("{{"))
      return `${name} is given a field alone, {{ value.orderId }}, or a text without braces. Set text writes both into one.`;
    given.push(
      found === null
        ? { name, kind: "text", text: rest.trim() }
        : { name, kind: "field", path: (found[1] ?? "").split(".").filter((step) => step !== "") },
    );
  }
  return given;
}
